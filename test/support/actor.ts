import type { Actor } from '../../src/members/audit-log.ts';

/** Somebody on the staff, as the audit log names them. */
export function staffActor(who: string, why: string): Actor {
  return {
    principal: 'staff',
    who,
    why,
    provenBy: 'command_line',
    provenAt: Temporal.Instant.from('2026-11-23T16:00:00Z'),
  };
}
