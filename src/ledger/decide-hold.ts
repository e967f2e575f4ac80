import { amountMax } from '../money/amount.ts';
import { isBelowFloor } from './account.ts';
import type { Books } from './books.ts';
import { legsRefusal, postLegs, replaceAccount } from './decide-posting.ts';
import type { Hold } from './hold.ts';
import type { CaptureHoldOrder, EndHoldOrder, PlaceHoldOrder } from './order.ts';
import { type Outcome, refused } from './outcome.ts';
import { recordTransaction } from './record-transaction.ts';
import type { BookRefusal } from './refusal.ts';
import type { HoldEventRow } from './rows.ts';

/** Places a hold, which lowers the available balance. */
export function decidePlacement(books: Books, order: PlaceHoldOrder, content: Uint8Array): Outcome {
  const { accountId, amount, description, forced } = order;
  const account = books.accounts.get(accountId);
  if (!account) return refused('account_not_found');
  if (account.closedOn) return refused('account_closed');
  if (amount <= 0n) return refused('amount_not_positive');
  if (amount > (order.limit ?? amountMax) || amount > amountMax) return refused('limit_exceeded');
  const after = { ...account, held: account.held + amount };
  if (!forced && isBelowFloor(after)) return refused('insufficient_funds');
  replaceAccount(books, after);
  const hold: Hold = {
    id: books.world.ids.next(),
    accountId,
    amount,
    remaining: amount,
    state: 'open',
    description,
    placedAt: books.now,
    expiresAt: order.expiresAt ?? null,
    events: 1,
  };
  const id = books.world.ids.next();
  recordHoldEvent(books, hold, { transactionId: id, event: 'placed', amount });
  return recordTransaction(books, {
    id,
    order,
    content,
    kind: 'hold_placed',
    forced: forced ?? false,
    holdId: hold.id,
  });
}

/** Posts all or part of a hold. The hold reserved the funds, so they are not checked again. */
export function decideCapture(books: Books, order: CaptureHoldOrder, content: Uint8Array): Outcome {
  const { amount, kind, description, accountId, toAccountId } = order;
  const hold = holdOf(books, order);
  if (!hold) return refused('hold_not_found');
  const legs = [
    { accountId, amount, kind, description },
    { accountId: toAccountId, amount: -amount, kind, description },
  ];
  const refusal =
    legsRefusal(books, legs, { amount, limit: undefined }) ?? heldRefusal(hold, amount);
  if (refusal) return refused(refusal);
  const remaining = hold.remaining - amount;
  const transactionId = books.world.ids.next();
  const outcome = postLegs(books, {
    order,
    content,
    kind,
    legs,
    releases: { accountId, amount },
    transactionId,
  });
  if (outcome.outcome === 'refused') return outcome;
  recordHoldEvent(
    books,
    {
      ...hold,
      remaining,
      state: remaining === 0n ? 'captured' : 'open',
      events: hold.events + 1,
    },
    { transactionId, event: 'captured', amount },
  );
  return outcome;
}

/** Releases the rest of a hold: by request at any time, by expiry once it is due. */
export function decideEndOfHold(books: Books, order: EndHoldOrder, content: Uint8Array): Outcome {
  const hold = holdOf(books, order);
  if (!hold) return refused('hold_not_found');
  const account = books.accounts.get(hold.accountId);
  if (!account) return refused('account_not_found');
  const event = order.order === 'release_hold' ? 'released' : 'expired';
  if (hold.state !== 'open') return refused('hold_ended');
  if (event === 'expired' && !isDue(hold, books.now)) return refused('hold_not_due');
  const amount = hold.remaining;
  replaceAccount(books, { ...account, held: account.held - amount });
  const id = books.world.ids.next();
  recordHoldEvent(
    books,
    { ...hold, remaining: 0n, state: event, events: hold.events + 1 },
    { transactionId: id, event, amount },
  );
  return recordTransaction(books, { id, order, content, kind: `hold_${event}` });
}

function holdOf(books: Books, order: { holdId: string; accountId: string }): Hold | undefined {
  const hold = books.holds.get(order.holdId);
  return hold?.accountId === order.accountId ? hold : undefined;
}

function heldRefusal(hold: Hold, amount: bigint): BookRefusal | undefined {
  if (hold.state !== 'open') return 'hold_ended';
  return amount > hold.remaining ? 'hold_exceeded' : undefined;
}

function isDue(hold: Hold, now: Temporal.Instant): boolean {
  return hold.expiresAt !== null && Temporal.Instant.compare(hold.expiresAt, now) <= 0;
}

function recordHoldEvent(
  books: Books,
  hold: Hold,
  happened: Pick<HoldEventRow, 'transactionId' | 'event' | 'amount'>,
): void {
  books.holds.set(hold.id, hold);
  books.decided.changedHolds.add(hold.id);
  books.decided.holdEvents.push({
    holdId: hold.id,
    number: hold.events,
    accountId: hold.accountId,
    description: hold.description,
    expiresAt: hold.expiresAt,
    happenedAt: books.now,
    ...happened,
  });
}
