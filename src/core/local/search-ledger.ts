import type { Queries } from '../../database/database.ts';
import { together } from '../../database/together.ts';
import { entryGroups, type EntryGroup } from '../../ledger/entry-groups.ts';
import type { LedgerSearch } from '../../ledger/entry-search-sql.ts';
import { foundEntries, type Described } from '../../ledger/found-entries.ts';
import type { ShownEntry } from '../../ledger/history.ts';
import { openHolds } from '../../ledger/open-holds.ts';
import { addUp, type PlacedHold } from '../add-up.ts';
import type { CoreEntry } from '../core-entry.ts';
import { pageOf } from '../entry-order.ts';
import type { DescribedEntry, EntriesFound, EntrySearch } from '../entry-search.ts';

/**
 * Searches our own books: one statement adds up, one reads pages, one reads holds, each for all
 * searches that need it. A merchant's name is tested here, on the descriptions that the first
 * statement found, so that the books need to know nothing about merchants.
 */
export async function searchLedger(
  q: Queries,
  institutionId: number,
  searches: readonly EntrySearch[],
  shown: (entry: ShownEntry) => CoreEntry,
): Promise<EntriesFound[]> {
  const [groups, holds] = await together([
    groupsOf(q, institutionId, searches),
    holdsOf(q, institutionId, searches),
  ]);
  const pages = await pagesOf(q, institutionId, searches, groups);
  return searches.map((search, index) => ({
    ...pageOf(search, (pages.get(search) ?? []).map(shown)),
    sums: search.sum ? addUp(search, groups[index] ?? [], holds) : [],
  }));
}

type Group = Omit<EntryGroup, 'checkNumber'> & DescribedEntry;

/** The groups that match each search; none for a search that needs no groups. */
async function groupsOf(
  q: Queries,
  institutionId: number,
  searches: readonly EntrySearch[],
): Promise<Group[][]> {
  const asking = searches.filter(({ sum, find }) => sum ?? find);
  if (asking.length === 0) return searches.map(() => []);
  const answers = await entryGroups(
    q,
    institutionId,
    asking.map((search) => ({ ...ledgerSearch(search), isDescribed: search.find !== undefined })),
  );
  const found = new Map(asking.map((search, index) => [search, answers[index] ?? []]));
  return searches.map((search) =>
    (found.get(search) ?? []).map(groupOf).filter((group) => search.find?.matches(group) ?? true),
  );
}

function groupOf({ checkNumber, ...group }: EntryGroup): Group {
  return { ...group, ...(checkNumber === null ? {} : { checkNumber }) };
}

async function pagesOf(
  q: Queries,
  institutionId: number,
  searches: readonly EntrySearch[],
  groups: readonly (readonly Group[])[],
): Promise<ReadonlyMap<EntrySearch, ShownEntry[]>> {
  const described = searches.map(({ find }, index) =>
    find ? (groups[index] ?? []).map(describedOf) : undefined,
  );
  const asking = searches.flatMap((search, index) =>
    search.count === 0 || described[index]?.length === 0
      ? []
      : [{ search, described: described[index] }],
  );
  if (asking.length === 0) return new Map();
  const answers = await foundEntries(
    q,
    institutionId,
    asking.map(({ search, described: wanted }) => ({
      ...ledgerSearch(search),
      direction: search.direction,
      described: wanted,
      leavesOutOwn: search.leavesOutOwn,
      order: search.order ?? 'newest',
      after: search.after && {
        accountId: search.after.accountId,
        sequence: BigInt(search.after.sequence),
        effectiveOn: Temporal.PlainDate.from(search.after.effectiveOn),
        amount: BigInt(search.after.amount),
      },
      // One more shows whether there are more.
      count: search.count + 1,
    })),
  );
  return new Map(asking.map(({ search }, index) => [search, answers[index] ?? []]));
}

function describedOf({ kind, description, checkNumber }: Group): Described {
  return { kind, description, checkNumber: checkNumber ?? null };
}

async function holdsOf(
  q: Queries,
  institutionId: number,
  searches: readonly EntrySearch[],
): Promise<PlacedHold[]> {
  const accountIds = searches.flatMap(({ sum, accounts }) =>
    sum ? accounts.map(({ accountId }) => accountId) : [],
  );
  if (accountIds.length === 0) return [];
  const holds = await openHolds(q, institutionId, [...new Set(accountIds)]);
  return holds.map(({ id, accountId, remaining, description, placedAt }) => ({
    id,
    accountId,
    amount: remaining,
    description,
    placedAt,
  }));
}

function ledgerSearch(search: EntrySearch): LedgerSearch {
  const { accounts, own, from, to, kinds, amountMin, amountMax } = search;
  return {
    accountIds: accounts.map(({ accountId }) => accountId),
    ownAccountIds: own.map(({ accountId }) => accountId),
    from,
    to,
    kinds,
    amountMin,
    amountMax,
  };
}
