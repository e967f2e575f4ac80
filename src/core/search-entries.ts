import { outsideKinds } from '../kernel/outside-kinds.ts';
import { isReversed } from '../kernel/reversed-kinds.ts';
import { addUp, type EntryGroup, type PlacedHold } from './add-up.ts';
import type { CoreEntry } from './core-entry.ts';
import { isAfter, magnitude, pageOf } from './entry-order.ts';
import type { EntriesFound, EntrySearch } from './entry-search.ts';

/**
 * Searches entries that were read from a core elsewhere, as our own books would.
 * @param all the entries of all own accounts in the period, in any order
 */
export function searchEntries(
  search: EntrySearch,
  all: readonly CoreEntry[],
  holds: readonly PlacedHold[],
): EntriesFound {
  const searched = new Set(search.accounts.map(({ accountId }) => accountId));
  const matching = all.filter((entry) => searched.has(entry.accountId) && matches(search, entry));
  const isOwn = ownMoneyIn(search, all);
  const rows = matching.filter(
    (entry) =>
      (search.direction === undefined || (search.direction === 'in') === entry.amount > 0n) &&
      isAfter(search, entry) &&
      !(
        search.leavesOutOwn &&
        (isReversed({ kind: entry.kind, raises: entry.amount > 0n }) || isOwn(entry))
      ),
  );
  const groups = matching.map((entry): EntryGroup => ({
    accountId: entry.accountId,
    raises: entry.amount > 0n,
    isOwn: isOwn(entry),
    kind: entry.kind,
    description: entry.description,
    count: 1,
    total: magnitude(entry.amount),
  }));
  return { ...pageOf(search, rows), sums: search.sum ? addUp(search, groups, holds) : [] };
}

function matches(search: EntrySearch, entry: CoreEntry): boolean {
  const { from, to, kinds, find, amountMin, amountMax } = search;
  const size = magnitude(entry.amount);
  return (
    (!from || Temporal.PlainDate.compare(entry.effectiveOn, from) >= 0) &&
    (!to || Temporal.PlainDate.compare(entry.effectiveOn, to) <= 0) &&
    (kinds?.includes(entry.kind) ?? true) &&
    size >= (amountMin ?? 0n) &&
    (amountMax === undefined || size <= amountMax) &&
    (find?.matches(entry) ?? true)
  );
}

/**
 * Tells whether the other side of an entry is an own account: it names it, or that account has an
 * entry of the same kind, day and amount. What leaves one account comes into the other; on a loan
 * both lower the balance.
 */
function ownMoneyIn(
  { own }: EntrySearch,
  all: readonly CoreEntry[],
): (entry: CoreEntry) => boolean {
  const kinds = new Map(own.map(({ accountId, kind }) => [accountId, kind]));
  const owned = all.filter(({ accountId }) => kinds.has(accountId));
  const alike = Map.groupBy(owned, ({ kind, effectiveOn, amount }) =>
    [kind, effectiveOn.toString(), magnitude(amount)].join(),
  );
  const debit = ({ accountId, amount }: CoreEntry) =>
    (kinds.get(accountId) === 'loan' ? amount : -amount) > 0n;
  return (entry) => {
    if (entry.counterAccountId !== undefined && kinds.has(entry.counterAccountId)) return true;
    if (outside.has(entry.kind)) return false;
    const key = [entry.kind, entry.effectiveOn.toString(), magnitude(entry.amount)].join();
    return (alike.get(key) ?? []).some(
      (other) => other.accountId !== entry.accountId && debit(other) !== debit(entry),
    );
  };
}

const outside: ReadonlySet<string> = new Set(outsideKinds);
