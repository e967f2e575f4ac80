import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { World } from '../kernel/world.ts';

/** Who changes something, and why: asked of staff and of the command line alike. */
export interface Actor {
  readonly who: string;
  readonly why: string;
}

export interface RequestContext extends Actor {
  readonly institutionId: number;
  /** In words joined by `_`, such as `code_changed`. */
  readonly what: string;
  /** Of what or whom: an id, a member number. */
  readonly subject: string;
  readonly detail?: object;
}

/**
 * Records what someone changed, in the transaction that changes it.
 * @throws Fault `actor_missing` where who or why is empty
 */
export async function recordAct(tx: Queries, world: World, act: RequestContext): Promise<void> {
  if (act.who.trim() === '' || act.why.trim() === '') {
    throw new Fault({
      code: 'actor_missing',
      message: 'Give who does this and why: both go into the audit log',
      retryable: false,
    });
  }
  await tx.query(
    `insert into acts (institution_id, id, who, why, what, subject, detail, at)
      values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [
      act.institutionId,
      world.ids.next(),
      act.who,
      act.why,
      act.what,
      act.subject,
      act.detail ?? {},
      world.clock.now(),
    ],
  );
}
