import { readFileSync } from 'node:fs';
import type { Actor } from '../members/audit-log.ts';
import { UsageError } from './usage-error.ts';

/** Options of a subcommand that acts by the server's own rights alone, since it runs no operation of staff. */
export const namedOptions = { who: { type: 'string' }, why: { type: 'string' } } as const;

export const namedHelp = `  --who NAME       who does this (kept in the audit log)
  --why REASON     and why (kept in the audit log)`;

/** Options of a subcommand that runs operations of staff. */
export const actorOptions = { ...namedOptions, 'token-file': { type: 'string' } } as const;

export const actorHelp = `  --why REASON     why (kept in the audit log)
  --token-file FILE  a file with your staff token, which says who you are
                   (default: TMM_STAFF_TOKEN). You may what your roles may
  --who NAME       without a token: who does this. Then the server's own
                   rights act, and the console shows it under Approvals`;

interface Values {
  readonly who?: string | undefined;
  readonly why?: string | undefined;
  readonly 'token-file'?: string | undefined;
}

/** A person who acts by their staff token. */
export interface ByToken {
  readonly token: string;
  readonly why?: string;
}

/**
 * Reads who makes a change and why, for a subcommand that runs no operation of staff. Both are required.
 * @param what the change to record
 */
export function actorOf(values: Values, what = 'this changes something'): Actor {
  const who = values.who?.trim() ?? '';
  const why = values.why?.trim() ?? '';
  if (who === '' || why === '')
    throw new UsageError(`${what}: give --who and --why, which go into the audit log`);
  return { ...named(who), why };
}

/**
 * Reads who runs an operation that changes something, and why: the person of a staff token, or a name for which the server's own rights
 * stand.
 */
export function actingOf(values: Values): Actor | ByToken {
  const byToken = tokenOf(values);
  if (!byToken) return actorOf(values);
  if (values.who !== undefined)
    throw new UsageError('the staff token says who does this: leave out --who');
  const why = values.why?.trim() ?? '';
  if (why === '')
    throw new UsageError('this changes something: give --why, which goes into the audit log');
  return { ...byToken, why };
}

/**
 * Reads the staff token from the file or the environment.
 * @returns `undefined` if there is none
 */
export function tokenOf(values: Values): ByToken | undefined {
  const file = values['token-file'];
  const token = (file === undefined ? process.env['TMM_STAFF_TOKEN'] : textOf(file))?.trim();
  if (file !== undefined && !token) throw new UsageError(`there is no token in ${file}`);
  return token ? { token } : undefined;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} can’t be read: give a file with your staff token`);
  }
}

/**
 * Somebody on the staff, by the name given here. Their access to this machine, now, is the proof.
 */
export function named(who: string): Omit<Actor, 'why'> {
  return {
    principal: 'staff',
    who,
    provenBy: 'command_line',
    provenAt: Temporal.Now.instant(),
  };
}
