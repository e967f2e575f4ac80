import type {
  CheckRequest,
  CoreFigures,
  CoreNeeds,
  CoreSnapshot,
  HistoryRequest,
  Movement,
} from './core.ts';
import type { EntrySearch } from './entry-search.ts';

/** Returns the key under which a history request's answer is stored. */
export function historyKey({ accountId, of, count, before }: HistoryRequest): string {
  return `${accountId}/${of}/${count}/${before ?? ''}`;
}

/** What a core elsewhere is asked for, to find whether a transfer repeats another: the latest entries that left the account. */
export function recentRequest(accountId: string): HistoryRequest {
  return { accountId, of: 'withdrawals', count: 50 };
}

/** The same for a transfer that may repeat another. */
export function movementKey({ fromAccountId, toAccountId, amount }: Movement): string {
  return `${fromAccountId}/${toAccountId}/${amount}`;
}

/** The same for a request for checks. */
export function checkKey({ accountIds, number }: CheckRequest): string {
  return `${number}/${accountIds.join()}`;
}

/** The same for a search of entries. */
export function searchKey({ accounts, own, find, ...search }: EntrySearch): string {
  const ids = (list: EntrySearch['own']) => list.map(({ accountId }) => accountId);
  return JSON.stringify([ids(accounts), ids(own), find?.key ?? null, search], (_name, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** Whether these needs include data of the books. */
export function wantsBooks({ balances, history, checks, holds, searches }: CoreNeeds): boolean {
  return [balances, history, checks, holds, searches].some((list) => (list?.length ?? 0) > 0);
}

/** Whether a snapshot answers all of these needs. */
export function covers(
  snapshot: CoreFigures & Pick<CoreSnapshot, 'searches'>,
  needs: CoreNeeds,
): boolean {
  return (
    (needs.balances ?? []).every((id) => snapshot.balances.has(id)) &&
    (needs.history ?? []).every((request) => snapshot.histories.has(historyKey(request))) &&
    (needs.checks ?? []).every((request) => snapshot.checks.has(checkKey(request))) &&
    (needs.holds ?? []).every((id) => snapshot.holds.has(id)) &&
    (needs.searches ?? []).every((search) => snapshot.searches?.has(searchKey(search)) ?? false)
  );
}

/**
 * Merges snapshots; where two have the same data, the newer counts. `undefined`: there are none.
 */
export function mergeSnapshots(snapshots: readonly CoreSnapshot[]): CoreSnapshot | undefined {
  const sorted = snapshots.toSorted((a, b) => Temporal.Instant.compare(a.asOf, b.asOf));
  const [oldest] = sorted;
  if (!oldest || sorted.length === 1) return oldest;
  return {
    asOf: oldest.asOf,
    since: oldest.since,
    balances: new Map(sorted.flatMap(({ balances }) => [...balances])),
    histories: new Map(sorted.flatMap(({ histories }) => [...histories])),
    checks: new Map(sorted.flatMap(({ checks }) => [...checks])),
    holds: new Map(sorted.flatMap(({ holds }) => [...holds])),
    kinds: new Map(sorted.flatMap(({ kinds }) => [...kinds])),
    searches: new Map(sorted.flatMap(({ searches }) => [...(searches ?? [])])),
  };
}
