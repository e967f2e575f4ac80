import type {
  Core,
  CoreBalance,
  CoreEntry,
  CoreView,
  HistoryRequest,
  TransferOrder,
  TransferOutcome,
} from '../../core/core.ts';
import { searchEntries } from '../../core/search-entries.ts';
import type { Demonstration } from './demonstration-member.ts';

/**
 * Makes the books of the demonstration member: in memory, new for each text, so that nothing that
 * staff try is kept. It neither reads nor writes a table.
 */
export function trainingCore(demonstration: Demonstration): Core {
  const { balances, entries, holds, shares } = demonstration;
  const ofAccount = (accountId: string) => entries.filter((one) => one.accountId === accountId);
  return {
    open: async () => viewOf(new Map(balances)),
    history: async (_tx, _institutionId, requests) =>
      requests.map(({ accountId, of, count, before }) => {
        const all = ofAccount(accountId).filter(
          (one) => isOf(of, one) && (before === undefined || one.sequence < before),
        );
        return { entries: all.slice(0, count), more: all.length > count };
      }),
    repeats: async (_tx, _institutionId, { movements }) => movements.map(() => false),
    checks: async (_tx, _institutionId, requests) =>
      requests.map(({ accountIds, number }) =>
        entries.filter((one) => accountIds.includes(one.accountId) && one.checkNumber === number),
      ),
    kinds: async (_tx, _institutionId, accountIds) =>
      new Map(
        shares.flatMap(({ accountId, kind }) =>
          accountIds.includes(accountId) ? [[accountId, kind] as const] : [],
        ),
      ),
    holds: async () => holds,
    search: async (_tx, _institutionId, searches) =>
      searches.map((search) =>
        searchEntries(
          search,
          entries,
          [...holds].flatMap(([accountId, open]) => open.map((hold) => ({ ...hold, accountId }))),
        ),
      ),
    historyPage: async (_tx, _institutionId, { accountId, count }) => {
      const all = ofAccount(accountId);
      return { entries: all.slice(0, count), more: all.length > count };
    },
    // Statements and plots have no place in a message.
    period: async () => undefined,
    dailyBalances: async () => undefined,
    pastBalances: async (_tx, _institutionId, requests) =>
      requests.map(({ accountId, on }) => {
        const at = ofAccount(accountId).find(
          ({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, on) <= 0,
        );
        return at?.balanceAfter ?? balances.get(accountId)?.ledger;
      }),
    posting: async () => [],
    write: async () => undefined,
  };
}

function isOf(of: HistoryRequest['of'], { amount, checkNumber }: CoreEntry): boolean {
  if (of === 'checks') return checkNumber !== undefined;
  return of === 'history' || (of === 'deposits' ? amount > 0n : amount < 0n);
}

function viewOf(balances: Map<string, CoreBalance>): CoreView {
  return {
    balance: (accountId) => balances.get(accountId),
    transfer: (order) => transferIn(balances, order),
  };
}

/** Moves the money in memory, as our own books would. */
function transferIn(balances: Map<string, CoreBalance>, order: TransferOrder): TransferOutcome {
  const { fromAccountId, toAccountId, amount } = order;
  const from = balances.get(fromAccountId);
  const to = balances.get(toAccountId);
  if (!from || !to) return { outcome: 'refused', reason: 'account_not_found' };
  if (fromAccountId === toAccountId) return { outcome: 'refused', reason: 'same_account' };
  if (amount > from.available) return { outcome: 'refused', reason: 'insufficient_funds' };
  const after = {
    from: { ...from, ledger: from.ledger - amount, available: from.available - amount },
    to: { ...to, ledger: to.ledger + amount, available: to.available + amount },
  };
  balances.set(fromAccountId, after.from);
  balances.set(toAccountId, after.to);
  return { outcome: 'posted', receipt: { sequence: 1n }, ...after, already: false };
}
