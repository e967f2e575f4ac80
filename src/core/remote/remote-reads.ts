import { present } from '../../kernel/assert.ts';
import type { CoreAdapter } from '../adapter.ts';
import type { Core, CoreNeeds, CoreSnapshot, Remote } from '../core.ts';
import { checkKey, historyKey, recentRequest, searchKey } from '../needs.ts';
import { away, orAway } from './away.ts';
import { ordersHeld, ordersLike } from './order-store.ts';
import { heldAs } from './remote-view.ts';

/** Reads for batches: from the prefetched data, or directly from the core outside a transaction. */
export function snapshotReads(
  adapter: CoreAdapter,
  prefetch: Remote['prefetch'],
): Pick<Core, 'history' | 'repeats' | 'checks' | 'kinds' | 'holds' | 'search'> {
  const snapshotFor = async (
    institutionId: number,
    needs: CoreNeeds,
    given: CoreSnapshot | undefined,
  ) => given ?? (await prefetch(institutionId, needs)) ?? away();
  return {
    history: async (_tx, institutionId, requests, given) => {
      const { histories } = await snapshotFor(institutionId, { history: requests }, given);
      return requests.map((request) =>
        present(histories.get(historyKey(request)), 'the history was prefetched'),
      );
    },
    repeats: async (tx, institutionId, { movements, since }, given) => {
      const requests = movements.map(({ fromAccountId }) => recentRequest(fromAccountId));
      const { histories } = await snapshotFor(institutionId, { history: requests }, given);
      const orders = await ordersLike(tx, institutionId, { movements, since });
      return movements.map(({ toAccountId, amount }, index) => {
        if (orders[index] === true) return true;
        const request = present(requests[index], 'each transfer has its request');
        const { entries } = present(histories.get(historyKey(request)), 'it was prefetched');
        return entries.some(
          (entry) =>
            entry.kind === 'transfer' &&
            entry.amount === -amount &&
            entry.counterAccountId === toAccountId &&
            Temporal.Instant.compare(entry.postedAt, since) >= 0,
        );
      });
    },
    checks: async (_tx, institutionId, requests, given) => {
      const { checks } = await snapshotFor(institutionId, { checks: requests }, given);
      return requests.map((request) => [
        ...present(checks.get(checkKey(request)), 'the checks were prefetched'),
      ]);
    },
    kinds: async (_tx, institutionId, accountIds, given) =>
      given ? given.kinds : orAway(async () => adapter.kinds(institutionId, accountIds)),
    search: async (_tx, institutionId, searches, given) => {
      const { searches: answers } = await snapshotFor(institutionId, { searches }, given);
      return searches.map((search) =>
        present(answers?.get(searchKey(search)), 'the search was prefetched'),
      );
    },
    holds: async (tx, institutionId, accountIds, given) => {
      const { holds, since } = await snapshotFor(institutionId, { holds: accountIds }, given);
      const held = await ordersHeld(tx, institutionId, { accountIds, since });
      return new Map(
        accountIds.map((accountId) => [
          accountId,
          [
            ...(holds.get(accountId) ?? []),
            ...held.filter(({ fromAccountId }) => fromAccountId === accountId).map(heldAs),
          ].toSorted((a, b) => (a.amount < b.amount ? 1 : -1)),
        ]),
      );
    },
  };
}

/** Reads for pages of the site: directly from the core. */
export function pageReads(
  adapter: CoreAdapter,
): Pick<Core, 'historyPage' | 'period' | 'dailyBalances' | 'pastBalances' | 'posting'> {
  return {
    historyPage: async (_tx, institutionId, request) =>
      orAway(async () => adapter.historyPage(institutionId, request)),
    period: async (_tx, institutionId, request) =>
      orAway(async () => adapter.period(institutionId, request)),
    dailyBalances: async (_tx, institutionId, request) =>
      orAway(async () => adapter.dailyBalances(institutionId, request)),
    pastBalances: async (_tx, _institutionId, requests) => requests.map(() => undefined),
    posting: async (_tx, institutionId, entry) =>
      orAway(async () => adapter.posting(institutionId, entry)),
  };
}
