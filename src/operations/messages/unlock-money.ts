import { z } from 'zod';
import { announceChange } from '../../notices/announce.ts';
import { liftedBySigningIn } from '../../kernel/vocabulary/lock-reason.ts';
import { unlockMoney as unlock } from '../../members/address-state.ts';
import { wantsProofSince } from '../fresh.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { lockOwnAddress } from './rows.ts';

/** Lets money move again from an address that five wrong confirmations or STOP had locked. */
export const unlockMoney = operation({
  id: 'unlockMoney',
  method: 'POST',
  path: '/addresses/{id}/unlock-money',
  tag: 'Messages',
  summary: 'Unlocks transfers for an address, with a proof of identity newer than the lock',
  access: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ unlocked: z.literal(true) }),
  refusals: ['verify_address_again', 'address_suspended'],
  run: async (request, { id }) => {
    const done = await request.db.transaction(async (tx) => {
      const address = await lockOwnAddress(tx, request, id);
      if (!address) return refuse('not_found');
      if (address.state === 'suspended') return refuse('address_suspended');
      if (!address.moneyLockedAt) return { unlocked: true as const };
      if (!liftedBySigningIn.some((reason) => reason === address.moneyLockedReason))
        return refuse('verify_address_again');
      const unproven = wantsProofSince(request, address.moneyLockedAt);
      if (unproven) return unproven;
      await unlock(tx, request.institution.id, id);
      await recordInAuditLog(tx, request, { what: 'money_unlocked', subject: id });
      await announceChange(tx, request, { memberId: request.member.id, what: 'money_unlocked' });
      return { unlocked: true as const };
    });
    if (!isRefused(done)) request.queued();
    return done;
  },
});
