import type { Database, Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { lockMoney } from '../members/address-state.ts';
import {
  inactiveAtOnce,
  inactiveToLock,
  institutionsWithInactive,
  type InactivityDays,
  markInactiveWarned,
} from '../members/inactive-addresses.ts';
import type { Institution } from '../members/institution.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { queueNotices, targetsOf } from './announce.ts';

/** How many days before an address loses money movement for inactivity to warn its member. */
export const warnedDaysBefore = 14;

/** The dates that decide today. */
function daysOf(world: Pick<World, 'clock'>, { zone, settings }: Institution): InactivityDays {
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  return {
    today,
    lockable: today.subtract({ days: settings.silentDays }),
    warned: today.subtract({ days: warnedDaysBefore }),
    warnable: today.subtract({ days: settings.silentDays - warnedDaysBefore }),
  };
}

/** Finds which of these institutions have an address to warn or to lock today, in one statement. */
export async function withInactive(
  q: Queries,
  world: Pick<World, 'clock'>,
  institutions: readonly Institution[],
): Promise<number[]> {
  return institutionsWithInactive(
    q,
    institutions.map((institution) => ({
      id: institution.id,
      days: daysOf(world, institution),
    })),
  );
}

export interface Silenced {
  readonly warned: number;
  readonly locked: number;
}

/**
 * Locks money movement on addresses without a message for the institution's `silentDays`, until they are verified again: an unused
 * number may have passed to someone else. Each gets a warning 14 days before, is never locked without one, and gets a notice of the
 * lock. Set-based and idempotent: run it daily or more often.
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
      const days = daysOf(world, institution);
      const locked = await inactiveToLock(tx, institution.id, days);
      await lockMoney(
        tx,
        institution.id,
        locked.map((addressId) => ({ addressId, reason: 'inactivity', at: now })),
      );
      const warned = await markInactiveWarned(tx, institution.id, days);
      const targets = await targetsOf(tx, institution.id, { addressIds: warned });
      const suspended = await targetsOf(tx, institution.id, { addressIds: locked });
      const day = days.today.add({ days: warnedDaysBefore });
      await queueNotices(tx, context, [
        ...targets.map((target) => ({
          target,
          reply: { reply: 'inactivity_warning', day } as const,
        })),
        ...suspended.map((target) => ({
          target,
          reply: { reply: 'money_doubt', why: 'inactivity' } as const,
        })),
      ]);
      return { warned: warned.length, locked: locked.length };
    });
    warned += round.warned;
    locked += round.locked;
    if (round.warned < inactiveAtOnce && round.locked < inactiveAtOnce) return { warned, locked };
  }
}
