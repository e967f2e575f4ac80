import { type Account, availableOf } from '../../ledger/account.ts';
import { accountKinds } from '../../ledger/account-kinds.ts';
import type { Books } from '../../ledger/books.ts';
import { dailyBalances } from '../../ledger/daily-balances.ts';
import { decide } from '../../ledger/decide.ts';
import { domainEventsOf } from '../../ledger/domain-events.ts';
import { checkEntries, newestEntries } from '../../ledger/history.ts';
import { openBooks } from '../../ledger/open-books.ts';
import { openHolds } from '../../ledger/open-holds.ts';
import type { Outcome } from '../../ledger/outcome.ts';
import type { BookRefusal } from '../../ledger/refusal.ts';
import { pastBalances } from '../../ledger/past-balances.ts';
import { readPeriod } from '../../ledger/period.ts';
import { postingOf } from '../../ledger/posting-of.ts';
import { movedSince } from '../../ledger/repeats.ts';
import { searchEntries } from '../../ledger/search-entries.ts';
import { writeBooks } from '../../ledger/write-books.ts';
import { Bug, present } from '../../kernel/assert.ts';
import type {
  Core,
  CoreBalance,
  CoreHold,
  CoreView,
  HistoryRequest,
  LedgerRefusal,
  TransferOrder,
  TransferOutcome,
} from '../core.ts';
import { coreEntry } from './core-entry-of.ts';
import { ledgerBookkeeping } from './ledger-bookkeeping.ts';
import { searchLedger } from './search-ledger.ts';

/** Our own books as a core. They answer inside the batch's own transaction. */
export const ledgerCore: Core = {
  bookkeeping: ledgerBookkeeping,
  open: async (tx, request) => viewOf(await openBooks(tx, request)),
  history: async (tx, institutionId, requests) => {
    // One extra entry shows whether there are more.
    const answers = await newestEntries(
      tx,
      institutionId,
      requests.map(({ accountId, of, count, before }) => ({
        accountId,
        of: directions[of],
        count: count + 1,
        before,
      })),
    );
    return requests.map(({ count }, index) => {
      const entries = answers[index] ?? [];
      return { entries: entries.slice(0, count).map(coreEntry), more: entries.length > count };
    });
  },
  repeats: async (tx, institutionId, { movements, since }) =>
    movedSince(tx, institutionId, { asked: movements, since }),
  checks: async (tx, institutionId, requests) => {
    const answers = await checkEntries(tx, institutionId, requests);
    return answers.map((entries) => entries.map(coreEntry));
  },
  kinds: async (tx, institutionId, accountIds) => accountKinds(tx, institutionId, accountIds),
  holds: async (tx, institutionId, accountIds) => {
    const holds = await openHolds(tx, institutionId, accountIds);
    const byAccount = Map.groupBy(holds, ({ accountId }) => accountId);
    return new Map(
      [...byAccount].map(([accountId, open]) => [
        accountId,
        open.map((hold): CoreHold => ({
          id: hold.id,
          amount: hold.remaining,
          description: hold.description,
          placedAt: hold.placedAt,
          ...(hold.expiresAt ? { expiresAt: hold.expiresAt } : {}),
        })),
      ]),
    );
  },
  search: async (tx, institutionId, searches) =>
    searchLedger(tx, institutionId, searches, coreEntry),
  historyPage: async (tx, institutionId, { count, ...request }) => {
    const entries = await searchEntries(tx, institutionId, { ...request, count: count + 1 });
    return { entries: entries.slice(0, count).map(coreEntry), more: entries.length > count };
  },
  period: async (tx, institutionId, { accountId, from, to, count }) => {
    const period = await readPeriod(tx, { institutionId, accountId }, { from, to, count });
    if (!period || period === 'too_many') return period;
    return { ...period, entries: period.entries.map(coreEntry) };
  },
  dailyBalances: async (tx, institutionId, { accountId, from, to }) =>
    dailyBalances(tx, { institutionId, accountId }, { from, to }),
  pastBalances,
  posting: async (tx, institutionId, entry) =>
    (await postingOf(tx, institutionId, entry)).map(coreEntry),
  write: async (tx, view, batchId) => {
    const books = present(booksOf.get(view), 'only the core that opened a view writes it');
    const written = await writeBooks(tx, books, batchId);
    return written && { leaves: written.leaves, events: domainEventsOf(books.decided) };
  },
};

const directions: Readonly<Record<HistoryRequest['of'], 'all' | 'in' | 'out' | 'checks'>> = {
  history: 'all',
  deposits: 'in',
  withdrawals: 'out',
  checks: 'checks',
};

/** The books of each view, private to this core. */
const booksOf = new WeakMap<CoreView, Books>();

function viewOf(books: Books): CoreView {
  const view: CoreView = {
    balance: (accountId) => {
      const account = books.accounts.get(accountId);
      return account && balanceOf(account);
    },
    transfer: (order) => transfer(books, order),
  };
  booksOf.set(view, books);
  return view;
}

function transfer(books: Books, order: TransferOrder): TransferOutcome {
  const { fromAccountId, toAccountId } = order;
  const outcome = decide(books, { order: 'transfer', kind: 'transfer', ...order });
  if (outcome.outcome === 'refused') {
    return { outcome: 'refused', reason: transferRefusal(outcome.reason) };
  }
  return {
    outcome: 'posted',
    receipt: { sequence: sequenceOn(fromAccountId, outcome) },
    from: shownBalance(books, fromAccountId),
    to: shownBalance(books, toAccountId),
    already: outcome.already,
  };
}

function sequenceOn(accountId: string, outcome: Extract<Outcome, { outcome: 'posted' }>): bigint {
  const entry = outcome.entries.find((one) => one.accountId === accountId);
  return present(entry, 'a transfer has an entry on the source account').sequence;
}

/** Narrows a refusal of the books to those that a transfer can get. */
function transferRefusal(reason: BookRefusal): LedgerRefusal {
  switch (reason) {
    case 'key_reused':
    case 'account_not_found':
    case 'account_closed':
    case 'currency_mismatch':
    case 'amount_not_positive':
    case 'same_account':
    case 'limit_exceeded':
    case 'insufficient_funds':
      return reason;
    case 'transaction_not_found':
    case 'hold_not_found':
    case 'already_reversed':
    case 'hold_ended':
    case 'hold_exceeded':
    case 'hold_not_due':
    case 'account_not_empty':
    default:
      throw new Bug(`a transfer is never refused for ${reason}`);
  }
}

function shownBalance(books: Books, accountId: string): CoreBalance {
  return balanceOf(present(books.accounts.get(accountId), 'a posted account was loaded'));
}

function balanceOf(account: Account): CoreBalance {
  return {
    ledger: account.ledgerBalance,
    held: account.held,
    available: availableOf(account),
    overdraftLimit: account.overdraftLimit,
    currency: account.currency,
    openedOn: account.openedOn,
    ...(account.lastEntryOn ? { lastActivityOn: account.lastEntryOn } : {}),
    closed: account.closedOn !== null,
  };
}
