import type { CoreAdapter } from '../adapter.ts';
import type { PlacedHold } from '../add-up.ts';
import type { CoreEntry } from '../core-entry.ts';
import type { CoreFigures } from '../core.ts';
import type { EntrySearch, SearchAnswer } from '../entry-search.ts';
import { searchKey } from '../needs.ts';
import { searchEntries } from '../search-entries.ts';

/**
 * A core elsewhere knows no search: we page through its history and search here. Beyond this we
 * refuse, because a sum of a part would be wrong.
 */
const pageLength = 200;
const pagesMax = 5;

/** The entries of each account and period that was read. Absent: there are too many. */
type Read = ReadonlyMap<string, readonly CoreEntry[]>;

type Period = Pick<EntrySearch, 'from' | 'to'>;

/** Pages through each account of these searches once for each period. */
export async function readSearched(
  adapter: CoreAdapter,
  institutionId: number,
  { searches, signal }: { readonly searches: readonly EntrySearch[]; readonly signal: AbortSignal },
): Promise<Read> {
  const wanted = new Map(
    searches.flatMap((search) =>
      accountIdsOf(search).map((accountId) => [readKey(accountId, search), { accountId, search }]),
    ),
  );
  const read = await Promise.all(
    [...wanted].map(async ([key, { accountId, search }]) => {
      const entries = await readAccount(adapter, institutionId, {
        accountId,
        period: search,
        signal,
      });
      return entries ? ([key, entries] as const) : undefined;
    }),
  );
  return new Map(read.flatMap((one) => (one ? [one] : [])));
}

/** @returns `undefined` if there are more entries than we may page through */
async function readAccount(
  adapter: CoreAdapter,
  institutionId: number,
  given: { readonly accountId: string; readonly period: Period; readonly signal: AbortSignal },
): Promise<readonly CoreEntry[] | undefined> {
  const { accountId, period, signal } = given;
  const entries: CoreEntry[] = [];
  let before: bigint | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    signal.throwIfAborted();
    const answer = await adapter.historyPage(institutionId, {
      accountId,
      from: period.from,
      to: period.to,
      before,
      count: pageLength,
    });
    entries.push(...answer.entries);
    before = answer.entries.at(-1)?.sequence;
    if (!answer.more || before === undefined) return entries;
  }
  return undefined;
}

/** Answers the searches from what was read. */
export function answersOf(
  searches: readonly EntrySearch[],
  read: Read,
  holds: CoreFigures['holds'],
): ReadonlyMap<string, SearchAnswer> {
  return new Map(
    searches.map((search) => {
      const lists = accountIdsOf(search).map((accountId) => read.get(readKey(accountId, search)));
      const entries = lists.flatMap((list) => list ?? []);
      const answer: SearchAnswer = lists.includes(undefined)
        ? { refused: 'search_too_long' }
        : searchEntries(search, entries, placedHolds(search, holds));
      return [searchKey(search), answer];
    }),
  );
}

/** The accounts whose holds a sum needs. */
export function accountsSummed(searches: readonly EntrySearch[]): string[] {
  return searches.flatMap(({ sum, accounts }) =>
    sum ? accounts.map(({ accountId }) => accountId) : [],
  );
}

function placedHolds({ accounts }: EntrySearch, holds: CoreFigures['holds']): PlacedHold[] {
  return accounts.flatMap(({ accountId }) =>
    (holds.get(accountId) ?? []).map((hold) => ({ ...hold, accountId })),
  );
}

/** The other own accounts show which money only changed its place. */
function accountIdsOf({ accounts, own }: EntrySearch): string[] {
  return [...new Set([...accounts, ...own].map(({ accountId }) => accountId))];
}

function readKey(accountId: string, { from, to }: Period): string {
  return [accountId, from?.toString(), to?.toString()].join('/');
}
