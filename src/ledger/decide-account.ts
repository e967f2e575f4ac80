import { assert } from '../kernel/assert.ts';
import type { Account } from './account.ts';
import type { Books } from './books.ts';
import { replaceAccount } from './decide-posting.ts';
import type { CloseAccountOrder, LimitOrder, OpenAccountOrder } from './order.ts';
import { type Outcome, refused } from './outcome.ts';
import { recordTransaction } from './record-transaction.ts';
import type { AccountEventRow } from './rows.ts';

/** Opens an account, changes its overdraft limit, or closes it. */
export function decideAccountOrder(
  books: Books,
  order: OpenAccountOrder | LimitOrder | CloseAccountOrder,
  content: Uint8Array,
): Outcome {
  const account = books.accounts.get(order.accountId);
  switch (order.order) {
    case 'open_account':
      return open(books, order, content);
    case 'set_overdraft_limit':
      if (!account) return refused('account_not_found');
      if (account.closedOn) return refused('account_closed');
      if (order.overdraftLimit < 0n) return refused('amount_not_positive');
      return change(books, order, content, {
        after: { ...account, overdraftLimit: order.overdraftLimit, events: account.events + 1 },
        event: 'limit',
        kind: 'overdraft_limit',
      });
    case 'close_account':
    default:
      if (!account) return refused('account_not_found');
      if (account.closedOn) return refused('account_closed');
      if (account.ledgerBalance !== 0n || account.held !== 0n) return refused('account_not_empty');
      return change(books, order, content, {
        after: { ...account, closedOn: order.effectiveOn, events: account.events + 1 },
        event: 'closed',
        kind: 'account_closed',
      });
  }
}

function open(books: Books, order: OpenAccountOrder, content: Uint8Array): Outcome {
  const overdraftLimit = order.overdraftLimit ?? 0n;
  if (overdraftLimit < 0n) return refused('amount_not_positive');
  assert(!books.accounts.has(order.accountId), 'a new account has a new id');
  books.decided.openedAccounts.set(order.accountId, order.bucket ?? 0);
  return change(books, order, content, {
    after: {
      id: order.accountId,
      class: order.class,
      kind: order.kind,
      currency: order.currency,
      internal: order.internal,
      openedOn: order.effectiveOn,
      closedOn: null,
      ledgerBalance: 0n,
      held: 0n,
      overdraftLimit,
      version: 0n,
      events: 1,
      lastEntryOn: null,
    },
    event: 'opened',
    kind: 'account_opened',
  });
}

function change(
  books: Books,
  order: OpenAccountOrder | LimitOrder | CloseAccountOrder,
  content: Uint8Array,
  { after, event, kind }: { after: Account; event: AccountEventRow['event']; kind: string },
): Outcome {
  replaceAccount(books, after);
  const id = books.world.ids.next();
  const isOpening = event === 'opened';
  books.decided.accountEvents.push({
    accountId: after.id,
    number: after.events,
    transactionId: id,
    event,
    class: isOpening ? after.class : null,
    kind: isOpening ? after.kind : null,
    currency: isOpening ? after.currency : null,
    internal: isOpening ? after.internal : null,
    overdraftLimit: event === 'closed' ? null : after.overdraftLimit,
    happenedOn: order.effectiveOn,
  });
  return recordTransaction(books, { id, order, content, kind });
}
