import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { unlockFailures } from '../../members/address-state.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { lockMembers, unlockMember as unlock } from '../../members/locks.ts';
import { announceChange } from '../../notices/announce.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { locksShown } from './locks-shown.ts';
import { onlyTheMemberLifts } from './money-lock.ts';
import { changeOfMember, memberOf, numberField } from './of-member.ts';
import { restrictionsOf } from './restrictions.ts';

/** Locks the service for a member on all channels. */
export const lockMember = operation({
  id: 'lockMember',
  summary: 'Locks the service for a member on all channels',
  access: 'staff',
  permission: 'lock_member',
  input: z.strictObject({ number: numberField }),
  output: z.object({ already: z.boolean().describe('It was already locked.') }),
  refusals: ['member_unknown'],
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_lock' }, async ({ tx, member }) => {
      const at = request.world.clock.now();
      const place = { memberIds: [member.id], at };
      if ((await lockMembers(tx, request.institution.id, place)) === 0) return { already: true };
      await announceLock(tx, request, { memberId: member.id, what: 'service_locked' });
      return { already: false };
    }),
});

/**
 * Restarts the service, and lifts locks by five wrong confirmations. Only the member can lift other
 * locks of money.
 */
export const unlockMember = operation({
  id: 'unlockMember',
  summary: 'Unlocks the service for a member',
  access: 'staff',
  permission: 'open_access',
  input: z.strictObject({ number: numberField }),
  output: z.object({
    unlocked: z.boolean(),
    left: z.array(z.string()).describe('Remaining locks, and who can lift them.'),
  }),
  refusals: ['member_unknown'],
  difference: async (request, { number }) => {
    const member = await memberOf(request.db, request, number);
    return isRefused(member) ? member : locksShown(request, member);
  },
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_unlock' }, async ({ tx, member }) => {
      const memberId = member.id;
      const wasLocked = await unlock(tx, request.institution.id, memberId);
      if (wasLocked) await announceLock(tx, request, { memberId, what: 'service_unlocked' });
      const { lifted, left } = await liftFailures(tx, request, memberId);
      if (lifted > 0) await announceLock(tx, request, { memberId, what: 'money_unlocked' });
      return { unlocked: wasLocked || lifted > 0, left };
    }),
});

/**
 * Lifts locks by five wrong confirmations. Leaves locks by STOP, an unfollow, a changed handle or
 * inactivity.
 */
async function liftFailures(
  tx: Queries,
  request: StaffContext,
  memberId: string,
): Promise<{ lifted: number; left: string[] }> {
  const { institution } = request;
  const addresses = await addressesOf(tx, institution.id, memberId);
  const restrictions = await restrictionsOf(tx, request, memberId);
  const left: string[] = [];
  let lifted = 0;
  for (const { id, channel, moneyLockedAt } of addresses) {
    if (!moneyLockedAt) continue;
    const reason = restrictions.get(id)?.reason ?? null;
    if (await unlockFailures(tx, institution.id, id)) lifted += 1;
    else left.push(onlyTheMemberLifts(institution, { channel, reason }));
  }
  return { lifted, left };
}

/**
 * Tells a member of a lock. Without a key, the lock itself is refused once a batch is signed. Before the first signature it succeeds, and
 * no notice is queued.
 */
async function announceLock(
  tx: Queries,
  { world, institution, keyring }: StaffContext,
  change: {
    readonly memberId: string;
    readonly what: 'service_locked' | 'service_unlocked' | 'money_unlocked';
  },
): Promise<void> {
  await announceChange(tx, { world, institution, keyring }, change);
}
