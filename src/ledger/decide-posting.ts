import { assert, present } from '../kernel/assert.ts';
import { amountMax, type Amount } from '../money/amount.ts';
import { type Account, availableOf, isBelowFloor, normalSide } from './account.ts';
import type { Books } from './books.ts';
import type { EntriesOrder, TransferOrder } from './order.ts';
import { type Outcome, refused } from './outcome.ts';
import { recordTransaction } from './record-transaction.ts';
import type { BookRefusal } from './refusal.ts';
import type { EntryRow } from './rows.ts';

/** A planned entry: signed, debit positive. */
export interface Leg {
  readonly accountId: string;
  readonly amount: Amount;
  readonly kind: string;
  readonly description: string;
  readonly checkNumber?: string | undefined;
}

/**
 * Decides a transfer between two accounts. A member's loan can't be the source: lending needs its
 * own posting.
 */
export function decideTransfer(books: Books, order: TransferOrder, content: Uint8Array): Outcome {
  const { fromAccountId, toAccountId, amount, kind, checkNumber } = order;
  const legs = [
    { accountId: fromAccountId, amount, kind, description: order.fromDescription, checkNumber },
    {
      accountId: toAccountId,
      amount: -amount,
      kind,
      description: order.toDescription,
      checkNumber,
    },
  ];
  const refusal = legsRefusal(books, legs, { amount, limit: order.limit });
  if (refusal) return refused(refusal);
  const from = accountOf(books, fromAccountId);
  if (!from.internal && normalSide(from) === 1n && !order.forced) {
    return refused('insufficient_funds');
  }
  return postLegs(books, { order, content, kind, legs });
}

/** Decides a posting with any entries that sum to zero. */
export function decideEntries(books: Books, order: EntriesOrder, content: Uint8Array): Outcome {
  assert(order.entries.length >= 2, 'a posting has at least two entries');
  const total = order.entries.reduce((sum, entry) => sum + entry.amount, 0n);
  assert(total === 0n, 'the entries of a posting sum to zero');
  const legs = order.entries.map((entry) => ({ ...entry, kind: entry.kind ?? order.kind }));
  const refusal = legsRefusal(books, legs, { amount: smallest(legs), limit: order.limit });
  if (refusal) return refused(refusal);
  return postLegs(books, { order, content, kind: order.kind, legs });
}

/** Returns the first refusal that depends on no balance, in order of precedence. */
export function legsRefusal(
  books: Books,
  legs: readonly Leg[],
  { amount, limit }: { amount: Amount; limit: Amount | undefined },
): BookRefusal | undefined {
  const accounts = legs.map(({ accountId }) => books.accounts.get(accountId));
  if (accounts.includes(undefined)) return 'account_not_found';
  if (accounts.some((account) => account?.closedOn)) return 'account_closed';
  if (accounts.some((account) => account?.currency !== accounts[0]?.currency)) {
    return 'currency_mismatch';
  }
  if (amount <= 0n) return 'amount_not_positive';
  if (new Set(legs.map(({ accountId }) => accountId)).size < legs.length) return 'same_account';
  const moved = legs.reduce((sum, leg) => (leg.amount > 0n ? sum + leg.amount : sum), 0n);
  if (moved > (limit ?? amountMax) || moved > amountMax) return 'limit_exceeded';
  return undefined;
}

/**
 * Posts legs that passed `legsRefusal`, if funds suffice. Insufficient funds only refuse a posting
 * that lowers a member's available balance.
 * @param posting.releases the amounts that the posting takes from `held` at the same time: a
 *   capture
 */
export function postLegs(
  books: Books,
  posting: {
    readonly order: {
      key: string;
      memo?: string;
      effectiveOn: Temporal.PlainDate;
      forced?: boolean;
    };
    readonly content: Uint8Array;
    readonly kind: string;
    readonly legs: readonly Leg[];
    readonly reversalOf?: string;
    readonly releases?: { readonly accountId: string; readonly amount: Amount };
    readonly transactionId?: string;
  },
): Outcome {
  const { order, legs, kind, content, releases, reversalOf } = posting;
  const forced = order.forced ?? false;
  const changes = legs.map((leg) => {
    const before = accountOf(books, leg.accountId);
    const ledgerBalance = before.ledgerBalance + normalSide(before) * leg.amount;
    const held = before.held - (releases?.accountId === leg.accountId ? releases.amount : 0n);
    const after: Account = {
      ...before,
      ledgerBalance,
      held,
      version: before.version + 1n,
      lastEntryOn: order.effectiveOn,
    };
    const lowers = availableOf(after) < availableOf(before);
    return { leg, after, belowFloor: lowers && isBelowFloor(after) };
  });
  if (!forced && changes.some(({ belowFloor }) => belowFloor)) {
    return refused('insufficient_funds');
  }
  const id = posting.transactionId ?? books.world.ids.next();
  const entries = changes.map(({ leg, after, belowFloor }): EntryRow => {
    replaceAccount(books, after);
    return {
      accountId: after.id,
      sequence: after.version,
      transactionId: id,
      counterAccountId: counterOf(legs, leg),
      amount: leg.amount,
      balanceAfter: after.ledgerBalance,
      effectiveOn: order.effectiveOn,
      postedAt: books.now,
      belowFloor,
      kind: leg.kind,
      checkNumber: leg.checkNumber ?? null,
      description: leg.description,
    };
  });
  return recordTransaction(books, {
    id,
    order,
    content,
    kind,
    forced,
    entries,
    ...(reversalOf === undefined ? {} : { reversalOf }),
  });
}

/** Replaces an account with its decided state. */
export function replaceAccount(books: Books, account: Account): void {
  assert(
    books.versions.has(account.id) || books.decided.openedAccounts.has(account.id),
    'only locked accounts change',
  );
  books.accounts.set(account.id, account);
  books.decided.changedAccounts.add(account.id);
  // Forced now, or below before and not lowered: a decision either way, so the check in the write
  // statement must allow it.
  if (isBelowFloor(account)) books.decided.mayBeBelowFloor.add(account.id);
}

/** Returns the other account of a posting with two legs. */
function counterOf(legs: readonly Leg[], leg: Leg): string | null {
  const [one, other] = legs;
  if (!one || !other || legs.length > 2) return null;
  return leg === one ? other.accountId : one.accountId;
}

function accountOf(books: Books, id: string): Account {
  return present(books.accounts.get(id), 'the account was found before');
}

function smallest(legs: readonly Leg[]): Amount {
  let least = amountMax;
  for (const { amount } of legs) {
    const size = amount < 0n ? -amount : amount;
    if (size < least) least = size;
  }
  return least;
}
