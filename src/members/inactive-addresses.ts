import { hostedChannelsInSql } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';

/** The most addresses for one call. */
export const inactiveAtOnce = 500;

/** The day from which inactivity counts: the last message, or the proof. */
const inactiveSince = `coalesce(greatest(last_used_on, (proven_at at time zone 'UTC')::date), created_at::date)`;

/**
 * Addresses that may still move money. Paused ones count: a pause removes no doubt about the
 * number's owner. One that we keep ourselves never passes to somebody else, and only who signed in writes from it.
 */
const mayMove = `state in ('proven', 'paused') and may_move_money and money_locked_at is null
  and channel not in (${hostedChannelsInSql})`;

/** An address to warn: inactive since the day `warnable`, and not warned since its last message. */
const isWarnable = (warnable: string) =>
  `${inactiveSince} <= ${warnable}::date and (silence_warned_on is null or silence_warned_on <= ${inactiveSince})`;

/**
 * An address to lock: inactive since the day `lockable`, and warned on the day `warned` or before.
 */
const isLockable = (lockable: string, warned: string) =>
  `${inactiveSince} <= ${lockable}::date and silence_warned_on <= ${warned}::date and silence_warned_on > ${inactiveSince}`;

/** The days by which an institution warns and locks today. */
export interface InactivityDays {
  readonly today: Temporal.PlainDate;
  readonly lockable: Temporal.PlainDate;
  readonly warned: Temporal.PlainDate;
  readonly warnable: Temporal.PlainDate;
}

/**
 * Returns those of these institutions with an address to warn or to lock today, in one statement.
 */
export async function institutionsWithInactive(
  q: Queries,
  institutions: readonly { readonly id: number; readonly days: InactivityDays }[],
): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[], $2::date[], $3::date[], $4::date[]) as i (id, lockable, warned, warnable)
      where exists (select from addresses
        where institution_id = i.id and ${mayMove}
          and (${isLockable('i.lockable', 'i.warned')} or ${isWarnable('i.warnable')}))`,
    [
      institutions.map(({ id }) => id),
      institutions.map(({ days }) => days.lockable),
      institutions.map(({ days }) => days.warned),
      institutions.map(({ days }) => days.warnable),
    ],
  );
  return rows.map(({ id }) => id);
}

/**
 * Finds and locks the rows of addresses that are due to lose money movement: inactive for long
 * enough, and warned long enough ago.
 * @returns at most `inactiveAtOnce` ids
 */
export async function inactiveToLock(
  tx: Queries,
  institutionId: number,
  { lockable, warned }: InactivityDays,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from addresses
      where institution_id = $1 and ${mayMove} and ${isLockable('$2', '$3')}
      order by id limit ${inactiveAtOnce} for update`,
    [institutionId, lockable, warned],
  );
  return rows.map(({ id }) => id);
}

/**
 * Marks inactive addresses as warned today, if they were not warned since their last message.
 * @returns the ids that it marked, at most `inactiveAtOnce`
 */
export async function markInactiveWarned(
  tx: Queries,
  institutionId: number,
  { warnable, today }: InactivityDays,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update addresses set silence_warned_on = $3
      where institution_id = $1 and id in (
        select id from addresses
        where institution_id = $1 and ${mayMove} and ${isWarnable('$2')}
        order by id limit ${inactiveAtOnce} for update)
      returning id`,
    [institutionId, warnable, today],
  );
  return rows.map(({ id }) => id);
}
