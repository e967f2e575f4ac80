import { present } from '../../kernel/assert.ts';
import { descriptors } from '../../channels/descriptors.ts';
import { doubtOf } from '../../transfers/doubt.ts';
import { limitsOf } from '../../transfers/limits.ts';
import { orderOf } from '../../transfers/order.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import { receiptOf } from '../../transfers/receipt.ts';
import { refusalOf } from '../../transfers/refusal.ts';
import { askConfirmation } from './ask-transfer.ts';
import { labelOf } from '../resolve-share.ts';
import { movementOf } from './movement.ts';
import { askApproval } from './step-up.ts';
import { toldRefusal } from './told-refusal.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';

/** What a transfer needs loaded: both accounts locked, today's usage, and whether it repeats another. */
export function transferNeeds(planned: PlannedTransfer): Needs {
  const { from, to } = planned;
  return {
    moving: [from.accountId, to.accountId],
    usage: true,
    approvals: true,
    repeats: [movementOf(planned)],
  };
}

/**
 * Finishes a transfer: checks what forbids it, whether it waits for an approval or asks for OK first, and then posts it.
 * @param step `confirmed`: the member sent the OK for exactly this transfer
 */
export function carryOut(
  planned: PlannedTransfer,
  situation: Situation,
  loaded: Loaded,
  step: { readonly confirmed: boolean },
): Decision {
  // Figures in messages and limits are in the institution's currency.
  const { code } = situation.currency;
  if (planned.from.currency !== code || planned.to.currency !== code)
    return { reply: { reply: 'refused', reason: 'currency_mismatch' }, voids: ['transfer'] };
  const refusal = refusalOf(planned, {
    standing: situation,
    limits: limitsOf('message', situation.settings, situation.address),
    used: loaded.usedToday(),
    books: loaded.books,
  });
  const approval = askApproval(planned, situation, loaded, refusal);
  if (refusal && !approval) return { reply: toldRefusal(refusal, planned), voids: ['transfer'] };
  if (approval) {
    // An unclear order asks what it means before anybody approves it.
    const isClear = step.confirmed || !(situation.unsure || planned.guessed);
    return isClear || approval.reply.reply === 'refused'
      ? approval
      : askConfirmation(planned, situation, 'unclear');
  }
  const why = step.confirmed
    ? undefined
    : doubtOf('message', planned, {
        now: situation.now,
        settings: situation.settings,
        books: loaded.books,
        sender: descriptors[situation.channel].sender,
        hasTime: situation.sentAt !== undefined,
        unsure: situation.unsure,
        decided: loaded.decided,
        repeated: loaded.repeated(movementOf(planned)),
      });
  if (why) return askConfirmation(planned, situation, why);
  return moveMoney(planned, situation, loaded);
}

function moveMoney(planned: PlannedTransfer, situation: Situation, loaded: Loaded): Decision {
  const { from, to, amount } = planned;
  const outcome = loaded.books.transfer(
    orderOf(planned, {
      key: situation.key,
      day: situation.today,
      asker: { memberId: situation.member.id, addressId: situation.address.id },
    }),
  );
  if (outcome.outcome === 'refused') {
    const source = present(loaded.books.balance(from.accountId), 'the account was loaded');
    const refusal = { reason: outcome.reason, side: 'from', figure: source.available } as const;
    return { reply: toldRefusal(refusal, planned), voids: ['transfer'] };
  }
  const transfer = { fromAccountId: from.accountId, toAccountId: to.accountId, amount };
  const told = { amount, from: labelOf(from), to: labelOf(to) };
  const effects = outcome.already ? [] : [{ effect: 'used' as const, amount, transfer }];
  if (outcome.outcome === 'pending') {
    return {
      reply: { reply: 'transfer_pending', transfer: told },
      voids: ['transfer'],
      confirmationFailures: 0,
      effects,
    };
  }
  return {
    reply: {
      reply: 'transferred',
      transfer: told,
      fromAvailable: outcome.from?.available,
      toAvailable: outcome.to?.available,
      at: situation.now,
      receipt: receiptOf(from.ordinal, outcome.receipt),
    },
    voids: ['transfer'],
    confirmationFailures: 0,
    effects,
  };
}
