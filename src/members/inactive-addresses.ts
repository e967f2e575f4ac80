import type { Queries } from '../database/database.ts';

/** How many addresses one call takes at most. */
export const inactiveAtOnce = 500;

/** The day from which inactivity counts: the last message, or the proof. */
export const inactiveSince = `coalesce(greatest(last_used_on, (proven_at at time zone 'UTC')::date), created_at::date)`;

/** Addresses that may still move money. Paused ones count: a pause lifts no doubt about whose number it is. */
const mayMove = `state in ('proven', 'paused') and may_move_money and money_locked_at is null`;

/**
 * Finds and row-locks addresses that are due to lose money movement: inactive for long enough, and warned long enough ago.
 * @param days inactive since this day or before; warned on this day or before
 * @returns at most `inactiveAtOnce` ids
 */
export async function inactiveToLock(
  tx: Queries,
  institutionId: number,
  days: { readonly inactiveSince: Temporal.PlainDate; readonly warnedBy: Temporal.PlainDate },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from addresses
      where institution_id = $1 and ${mayMove}
        and ${inactiveSince} <= $2::date and silence_warned_on <= $3::date and silence_warned_on > ${inactiveSince}
      order by id limit ${inactiveAtOnce} for update`,
    [institutionId, days.inactiveSince, days.warnedBy],
  );
  return rows.map(({ id }) => id);
}

/**
 * Marks addresses as warned today, where they are inactive and nobody warned them since their last message.
 * @returns the ids that were marked, at most `inactiveAtOnce`
 */
export async function markInactiveWarned(
  tx: Queries,
  institutionId: number,
  days: { readonly inactiveSince: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update addresses set silence_warned_on = $3
      where institution_id = $1 and id in (
        select id from addresses
        where institution_id = $1 and ${mayMove} and ${inactiveSince} <= $2::date
          and (silence_warned_on is null or silence_warned_on <= ${inactiveSince})
        order by id limit ${inactiveAtOnce} for update)
      returning id`,
    [institutionId, days.inactiveSince, days.today],
  );
  return rows.map(({ id }) => id);
}
