import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampled } from '../../test/support/sampled.ts';
import { templateOfPGlite } from '../../test/support/templates.ts';
import { present } from '../kernel/assert.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { openPGlite } from './open-pglite.ts';

/**
 * Tests failures of an embedded database's folder: another process, a kill, a container, a bad
 * disk.
 */
const root = mkdtempSync(join(tmpdir(), 'tmm-data-folder-'));
const whole = join(root, 'whole');
const script = fileURLToPath(new URL('../../test/support/hold-folder.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  await using _made = await openPGlite({ folder: whole, template: templateOfPGlite() });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let copies = 0;
const copyOf = () => {
  copies += 1;
  const folder = join(root, `copy-${copies}`);
  cpSync(whole, folder, { recursive: true });
  return folder;
};

interface Holder {
  readonly child: ChildProcess;
  /** `open`, or the fault's code. */
  readonly outcome: string;
  kill(): Promise<void>;
}

/**
 * Starts another process that opens the folder.
 * @param around a command that runs it, for example in a new namespace
 */
async function holder(
  folder: string,
  { around = [], uid }: { around?: readonly string[]; uid?: number } = {},
): Promise<Holder> {
  const [command, ...words] = [...around, process.execPath, '--expose-gc', script, folder];
  const child = spawn(command, words, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const outcome = await new Promise<string>((resolve) => {
    child.stdout.once('data', (piece: Buffer) => resolve(piece.toString().trim()));
    child.once('exit', () => resolve('ended'));
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-present(child.pid, 'it was started'), 'SIGKILL');
    await ended;
  };
  return { child, outcome, kill };
}

it(
  'one process holds the folder, and after kill -9 the next one can',
  { timeout: 60_000 },
  async () => {
    const folder = copyOf();
    const first = await holder(folder);
    expect(first.outcome).toBe('open');
    await expect(openPGlite({ folder })).rejects.toMatchObject({
      code: 'data_folder_in_use',
      message: expect.stringMatching(/open in another process.*Stop that one first/),
    });
    const second = await holder(folder);
    expect(second.outcome).toBe('data_folder_in_use');
    await first.kill();
    await using again = await openPGlite({ folder });
    expect(await again.query('select count(*)::int as n from kept')).toEqual([{ n: 1 }]);
    // The lock leaves no files after a crash.
    expect(readdirSync(folder).toSorted()).toEqual(['lock.sqlite', 'pg']);
  },
);

const namespace = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
const canNamespace =
  isRoot && spawnSync(namespace[0] ?? '', [...namespace.slice(1), 'true']).status === 0;
if (!canNamespace) process.stderr.write('Skipped: pid namespaces need root and `unshare`\n');

it.skipIf(!canNamespace)(
  'containers with the same process ids exclude each other, and restart after kill -9',
  { timeout: 60_000 },
  async () => {
    const folder = copyOf();
    for (const _round of [1, 2]) {
      const first = await holder(folder, { around: namespace });
      const second = await holder(folder, { around: namespace });
      expect([first.outcome, second.outcome]).toEqual(['open', 'data_folder_in_use']);
      await second.kill();
      await first.kill();
      // The namespace ends shortly after the command that created it.
      await expect.poll(() => isFree(folder), { timeout: 10_000 }).toBe(true);
    }
    await using db = await openPGlite({ folder });
    expect(await db.query('select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
  },
);

function isFree(folder: string): boolean {
  try {
    lockDataFolder(folder)();
    return true;
  } catch {
    return false;
  }
}

const damages: Readonly<Record<string, (pg: string) => void>> = {
  'another version': (pg) => writeFileSync(join(pg, 'PG_VERSION'), '16\n'),
  'no version': (pg) => rmSync(join(pg, 'PG_VERSION')),
  'a wrong control file': (pg) => writeFileSync(join(pg, 'global', 'pg_control'), 'garbage'),
  'no control file': (pg) => rmSync(join(pg, 'global', 'pg_control')),
  'no log': (pg) => rmSync(join(pg, 'pg_wal'), { recursive: true }),
  'no tables': (pg) => rmSync(join(pg, 'base'), { recursive: true }),
  'a file for a folder': (pg) => {
    rmSync(pg, { recursive: true });
    writeFileSync(pg, 'x');
  },
  'tables cut off': (pg) => {
    for (const database of readdirSync(join(pg, 'base')))
      for (const name of readdirSync(join(pg, 'base', database)))
        if (/^\d+$/.test(name)) truncateSync(join(pg, 'base', database, name), 100);
  },
};

// Each case opens an engine of its own.
const everyDamage = sampled({ all: 1, sample: 2 });

describe('a damaged folder is refused with a message and never overwritten', () => {
  it.each(Object.entries(damages).filter((_, index) => index % everyDamage === 0))(
    '%s',
    { timeout: 30_000 },
    async (_name, damage) => {
      const folder = copyOf();
      damage(join(folder, 'pg'));
      const isThere = () => existsSync(join(folder, 'pg', 'PG_VERSION'));
      const before = isThere();
      await expect(openPGlite({ folder })).rejects.toMatchObject({
        code: 'data_folder_damaged',
        message: expect.stringMatching(
          /^The database in \S+ can't be opened: it is damaged.*backup/,
        ),
      });
      expect(isThere()).toBe(before);
      // A backup can be restored at once.
      rmSync(join(folder, 'pg'), { recursive: true });
      cpSync(join(whole, 'pg'), join(folder, 'pg'), { recursive: true });
      await using restored = await openPGlite({ folder });
      expect(await restored.query('select 1 as one')).toEqual([{ one: 1 }]);
    },
  );
});

it('after a damage one can start over in the same folder', async () => {
  const folder = copyOf();
  rmSync(join(folder, 'pg', 'global', 'pg_control'));
  await expect(openPGlite({ folder })).rejects.toMatchObject({ code: 'data_folder_damaged' });
  rmSync(join(folder, 'pg'), { recursive: true });
  await using fresh = await openPGlite({ folder });
  expect(await fresh.query('select 1 as one')).toEqual([{ one: 1 }]);
});

it('a read-only folder is refused with a message', { timeout: 30_000 }, async () => {
  const folder = copyOf();
  for (const closed of [folder, join(folder, 'pg')]) {
    chmodSync(root, 0o755);
    chmodSync(closed, 0o555);
    const outcome = isRoot
      ? (await holder(folder, { uid: 65_534 })).outcome
      : await openPGlite({ folder }).then(
          () => 'open',
          (error: { code?: string }) => error.code,
        );
    expect(outcome).toBe('data_folder_unusable');
    chmodSync(closed, 0o755);
  }
  const inside = join(folder, 'pg', 'PG_VERSION', 'data');
  await expect(openPGlite({ folder: inside })).rejects.toMatchObject({
    code: 'data_folder_unusable',
    message: expect.stringMatching(/can't be used.*or give --data another folder$/),
  });
  mkdirSync(join(folder, 'unlockable', 'lock.sqlite'), { recursive: true });
  await expect(openPGlite({ folder: join(folder, 'unlockable') })).rejects.toMatchObject({
    code: 'data_folder_unusable',
    message: expect.stringMatching(/can't be locked.*local disk/),
  });
});
