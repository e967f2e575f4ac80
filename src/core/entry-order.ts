import type { CoreEntry } from './core-entry.ts';
import type { EntryPosition, EntrySearch } from './entry-search.ts';

/** Cuts what several accounts gave into one page in the search's order. */
export function pageOf(
  { order, count }: EntrySearch,
  entries: readonly CoreEntry[],
): { readonly entries: readonly CoreEntry[]; readonly next?: EntryPosition } {
  const page = entries.toSorted(orders[order ?? 'newest']).slice(0, count);
  const last = page.at(-1);
  return { entries: page, ...(last && entries.length > count ? { next: positionOf(last) } : {}) };
}

/** Whether an entry comes after a position in the search's order. */
export function isAfter({ order, after }: EntrySearch, entry: CoreEntry): boolean {
  if (!after) return true;
  const place = {
    accountId: after.accountId,
    sequence: BigInt(after.sequence),
    effectiveOn: Temporal.PlainDate.from(after.effectiveOn),
    amount: BigInt(after.amount),
  };
  return orders[order ?? 'newest'](place, entry) < 0;
}

type Placed = Pick<CoreEntry, 'accountId' | 'sequence' | 'effectiveOn' | 'amount'>;

function newestFirst(a: Placed, b: Placed): number {
  return (
    Temporal.PlainDate.compare(b.effectiveOn, a.effectiveOn) ||
    compare(b.accountId, a.accountId) ||
    compare(b.sequence, a.sequence)
  );
}

function largestFirst(a: Placed, b: Placed): number {
  return compare(magnitude(b.amount), magnitude(a.amount)) || newestFirst(a, b);
}

function smallestFirst(a: Placed, b: Placed): number {
  return compare(magnitude(a.amount), magnitude(b.amount)) || newestFirst(a, b);
}

const orders = { newest: newestFirst, largest: largestFirst, smallest: smallestFirst } as const;

function compare<Value extends string | bigint>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function positionOf({ accountId, sequence, effectiveOn, amount }: CoreEntry): EntryPosition {
  return {
    accountId,
    sequence: sequence.toString(),
    effectiveOn: effectiveOn.toString(),
    amount: magnitude(amount).toString(),
  };
}
