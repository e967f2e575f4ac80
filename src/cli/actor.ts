import type { Actor } from '../members/audit-log.ts';
import { UsageError } from './usage-error.ts';

/** Options of every subcommand that changes something. */
export const actorOptions = { who: { type: 'string' }, why: { type: 'string' } } as const;

export const actorHelp = `  --who NAME       who does this (kept in the audit log)
  --why REASON     and why (kept in the audit log)`;

/**
 * Reads who makes a change and why. Both are required.
 * @param what the change to record
 */
export function actorOf(
  values: { who?: string | undefined; why?: string | undefined },
  what = 'this changes something',
): Actor {
  const who = values.who?.trim() ?? '';
  const why = values.why?.trim() ?? '';
  if (who === '' || why === '')
    throw new UsageError(`${what}: give --who and --why, which go into the audit log`);
  return { ...named(who), why };
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
