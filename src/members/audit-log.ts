import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { PrincipalKind, Proof } from '../kernel/vocabulary/principal.ts';
import type { World } from '../kernel/world.ts';

/** The person or program behind a change, with proof and reason. */
export interface Actor {
  readonly principal: PrincipalKind;
  /** A name that people know: a staff member's own, or `member 104211`. */
  readonly who: string;
  readonly provenBy: Proof;
  readonly provenAt: Temporal.Instant;
  readonly why: string;
  /** The second person who approved it, and under which reference. Absent: it took none. */
  readonly approved?: { readonly reference: string; readonly by: string };
  /** The user of the machine on which `tmm` ran, where access to it is the proof. */
  readonly machineUser?: string;
}

/** One entry of the audit log. */
export interface AuditEntry extends Actor {
  readonly institutionId: number;
  /** A name such as `code_changed`. */
  readonly what: string;
  /** The object of the change: an id, a member number. */
  readonly subject: string;
  readonly detail?: object;
}

/**
 * Records a change in the audit log (the table `acts`), in the same transaction. The detail names the second person too.
 * @throws Fault `actor_missing` if who or why is empty
 */
export async function recordInAuditLog(
  tx: Queries,
  world: World,
  entry: AuditEntry,
): Promise<void> {
  if (entry.who.trim() === '' || entry.why.trim() === '') {
    throw new Fault({
      code: 'actor_missing',
      message: 'Give who does this and why: both go into the audit log',
      retryable: false,
    });
  }
  const { approved, machineUser } = entry;
  const detail = {
    ...entry.detail,
    ...(approved ? { approved } : {}),
    ...(machineUser === undefined ? {} : { machineUser }),
  };
  await tx.query(
    `insert into acts (institution_id, id, principal, who, proven_by, proven_at, why, what, subject, detail, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11)`,
    [
      entry.institutionId,
      world.ids.next(),
      entry.principal,
      entry.who,
      entry.provenBy,
      entry.provenAt,
      entry.why,
      entry.what,
      entry.subject,
      detail,
      world.clock.now(),
    ],
  );
}
