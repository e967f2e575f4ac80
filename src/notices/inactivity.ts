import type { Database, Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { lockMoney } from '../members/address-state.ts';
import type { Institution } from '../members/institution.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { queueNotices, targetsOf } from './announce.ts';

/** So many days before an address loses money movement for its silence, it is warned. */
export const warnedDaysBefore = 14;

/** How many addresses are taken in one transaction. */
const atOnce = 500;

/** The day from which silence counts: the last message, or the proof. */
export const silentSince = `coalesce(greatest(last_used_on, (proven_at at time zone 'UTC')::date), created_at::date)`;

export interface Silenced {
  readonly warned: number;
  readonly locked: number;
}

const movesMoney = `state in ('proven', 'paused') and may_move_money and money_locked_at is null`;

const mayBeLocked = (lockable: string, warned: string) =>
  `${silentSince} <= ${lockable}::date and silence_warned_on <= ${warned}::date and silence_warned_on > ${silentSince}`;

const mustBeWarned = (warnable: string) =>
  `${silentSince} <= ${warnable}::date and (silence_warned_on is null or silence_warned_on <= ${silentSince})`;

/** The institution's day, and the days up to which an address must have been silent to be locked or warned. */
function daysOf({ zone, settings: { silentDays } }: Institution, now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return {
    today,
    lockable: today.subtract({ days: silentDays }),
    warnable: today.subtract({ days: silentDays - warnedDaysBefore }),
    warned: today.subtract({ days: warnedDaysBefore }),
  };
}

/** Of these institutions, those with addresses that must be warned or locked for their silence. */
export async function withInactive(
  q: Queries,
  world: Pick<World, 'clock'>,
  institutions: readonly Institution[],
): Promise<number[]> {
  const days = institutions.map((one) => daysOf(one, world.clock.now()));
  const due = await q.query<{ id: number }>(
    `select i.id from unnest($1::int[], $2::date[], $3::date[], $4::date[]) as i (id, lockable, warnable, warned)
      where exists (select from addresses where institution_id = i.id and ${movesMoney}
        and ((${mayBeLocked('i.lockable', 'i.warned')}) or (${mustBeWarned('i.warnable')})))`,
    [
      institutions.map(({ id }) => id),
      days.map(({ lockable }) => lockable),
      days.map(({ warnable }) => warnable),
      days.map(({ warned }) => warned),
    ],
  );
  return due.map(({ id }) => id);
}

/**
 * Addresses from which nothing came for the institution's `silentDays` lose money movement until they are verified again: a
 * number that is silent for so long may have passed to someone else. Each is warned 14 days before, is never locked without
 * that, and is told when it is. Set-based; run daily or as often as one likes: what was done is not done again.
 */
export async function warnAndSuspendInactive(
  db: Database,
  context: { readonly world: World; readonly institution: Institution; readonly keyring?: Keyring },
): Promise<Silenced> {
  let warned = 0;
  let locked = 0;
  for (;;) {
    const round = await db.transaction(async (tx) => {
      const { world, institution } = context;
      const now = world.clock.now();
      const { today, lockable, warnable, warned: warnedBy } = daysOf(institution, now);
      const lockedNow = await tx.query<{ id: string }>(
        `select id from addresses
          where institution_id = $1 and ${movesMoney} and ${mayBeLocked('$2', '$3')}
          order by id limit ${atOnce} for update`,
        [institution.id, lockable, warnedBy],
      );
      await lockMoney(
        tx,
        institution.id,
        lockedNow.map(({ id }) => ({ addressId: id, reason: 'silence', at: now })),
      );
      const warnedNow = await tx.query<{ id: string }>(
        `update addresses set silence_warned_on = $3
          where institution_id = $1 and id in (
            select id from addresses
            where institution_id = $1 and ${movesMoney} and ${mustBeWarned('$2')}
            order by id limit ${atOnce} for update)
          returning id`,
        [institution.id, warnable, today],
      );
      const targets = await targetsOf(tx, institution.id, {
        addressIds: warnedNow.map(({ id }) => id),
      });
      const suspended = await targetsOf(tx, institution.id, {
        addressIds: lockedNow.map(({ id }) => id),
      });
      const day = today.add({ days: warnedDaysBefore });
      await queueNotices(tx, context, [
        ...targets.map((target) => ({ target, reply: { reply: 'silence_warning', day } as const })),
        ...suspended.map((target) => ({
          target,
          reply: { reply: 'money_doubt', why: 'silence' } as const,
        })),
      ]);
      return { warned: warnedNow.length, locked: lockedNow.length };
    });
    warned += round.warned;
    locked += round.locked;
    if (round.warned < atOnce && round.locked < atOnce) return { warned, locked };
  }
}
