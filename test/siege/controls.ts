import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '../../src/kernel/assert.ts';
import type { ControlName } from './options.ts';

/** A change to one file of the program. */
interface Cut {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/**
 * How we remove each guard. If a siege misses a removed guard, it proves nothing about the whole
 * program.
 */
const cuts: Readonly<Record<ControlName, readonly Cut[]>> = {
  // Every repeated delivery counts as a new message.
  dedupe: [
    {
      file: 'src/channels/twilio/read-forms.ts',
      find: 'externalId: MessageSid,',
      put: 'externalId: Math.random() < 0.5 ? MessageSid : `${MessageSid}:${Math.random()}`,',
    },
  ],
  // Two processes can claim the same answer.
  locks: [
    {
      file: 'src/messages/sending/claim.ts',
      find: 'for update of c skip locked',
      put: '',
    },
    { file: 'src/messages/sending/claim.ts', find: 'for update of o', put: '' },
    {
      file: 'src/messages/sending/still-may-leave.ts',
      find: 'and o.claimed_by = $3',
      put: 'and $3::text is not null',
    },
  ],
  // The carrier gets 200 before the commit.
  'early-200': [
    {
      file: 'src/channels/twilio/webhook.ts',
      find: 'await hand();',
      put: 'hand().catch(() => {});',
    },
  ],
};

/** A copy of the program without one of its guards. Disposing of it removes the copy. */
export function withoutGuard(
  name: ControlName,
  root: string,
): { readonly root: string } & AsyncDisposable {
  const copy = mkdtempSync(join(tmpdir(), `tmm-without-${name}-`));
  for (const part of ['src', 'migrations', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { file, find, put } of cuts[name]) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    assert(text.includes(find), `${file} has the guard that the control takes out`);
    writeFileSync(path, text.replaceAll(find, put));
  }
  return {
    root: copy,
    [Symbol.asyncDispose]: async () => rmSync(copy, { recursive: true, force: true }),
  };
}
