import { expect, it } from 'vitest';
import { finderOf } from '../../languages/finder.ts';
import type { CoreAdapter } from '../adapter.ts';
import type { CoreEntry } from '../core-entry.ts';
import type { EntrySearch } from '../entry-search.ts';
import { searchKey } from '../needs.ts';
import { noCore } from './no-core.ts';
import { answersOf, readSearched } from './search-remote.ts';

const checking = { accountId: 'c', kind: 'checking', currency: 'USD' };
const savings = { accountId: 's', kind: 'savings', currency: 'USD' };

const entry = (
  accountId: string,
  sequence: number,
  amount: bigint,
  rest: Partial<CoreEntry> = {},
): CoreEntry => ({
  accountId,
  sequence: BigInt(sequence),
  amount,
  balanceAfter: 0n,
  effectiveOn: Temporal.PlainDate.from('2026-10-05'),
  postedAt: Temporal.Instant.from('2026-10-05T12:00:00Z'),
  kind: 'card',
  description: 'SCHNUCKS #142',
  ...rest,
});

/** A core that pages its history, newest first, and counts the requests. */
function pagingCore(entries: readonly CoreEntry[]): CoreAdapter & { readonly pages: () => number } {
  let pages = 0;
  return {
    ...noCore,
    pages: () => pages,
    historyPage: async (_institutionId, { accountId, before, count }) => {
      pages += 1;
      const own = entries
        .filter(
          (one) => one.accountId === accountId && (before === undefined || one.sequence < before),
        )
        .toSorted((a, b) => (a.sequence < b.sequence ? 1 : -1));
      return { entries: own.slice(0, count), more: own.length > count };
    },
  };
}

async function answer(core: CoreAdapter, rest: Partial<EntrySearch>) {
  const search: EntrySearch = {
    accounts: [checking],
    own: [checking, savings],
    zone: 'UTC',
    count: 5,
    sum: true,
    ...rest,
  };
  const signal = new AbortController().signal;
  const read = await readSearched(core, 1, { searches: [search], signal });
  return answersOf([search], read, new Map()).get(searchKey(search));
}

it('pages through a core that knows no search, and sums as our books do', async () => {
  const many = Array.from({ length: 450 }, (_, index) => entry('c', index + 1, -100n));
  const core = pagingCore([
    ...many,
    entry('c', 900, -700n, { kind: 'transfer', description: 'TO SAVINGS' }),
    entry('s', 1, 700n, { kind: 'transfer', description: 'FROM CHECKING' }),
    entry('c', 901, 250n),
    entry('c', 902, -9_900n, { description: 'SHELL OIL' }),
  ]);
  const found = await answer(core, { find: finderOf('schnucks') });
  expect(found).toMatchObject({
    entries: [{ sequence: 901n }, { sequence: 450n }, {}, {}, {}],
    sums: [{ out: { count: 450, total: 45_000n }, refunds: { count: 1, total: 250n } }],
  });
  expect(await answer(core, {})).toMatchObject({ sums: [{ own: { count: 1, total: 700n } }] });
  // Three pages of checking and one of savings, for each of two questions.
  expect(core.pages()).toBe(8);
});

it('refuses a sum of more than it may read, and never answers a part', async () => {
  const core = pagingCore(
    Array.from({ length: 1_001 }, (_, index) => entry('c', index + 1, -100n)),
  );
  expect(await answer(core, {})).toEqual({ refused: 'search_too_long' });
});
