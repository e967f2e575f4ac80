import type { CoreEntry } from '../../core/core.ts';
import type {
  EntriesFound,
  EntryPosition,
  EntrySearch,
  EntrySum,
} from '../../core/entry-search.ts';
import { finderOf } from '../../languages/finder.ts';
import { currencyOf, type Currency } from '../../money/amount.ts';
import type { Filter } from '../../reading/reading.ts';
import type { Share } from '../../shares/share.ts';
import { counterpartOf } from '../../transfers/counterpart.ts';
import type { FilterFacts } from '../../wording/filter-facts.ts';
import type { FoundRow, SumFacts } from '../../wording/found-reply.ts';
import type { Reply } from '../../wording/reply.ts';
import { boundsOf, factsOfFilter, filterIn, isAboutAll, isRanked } from '../filter.ts';
import { labelOf } from '../resolve-share.ts';
import { untilOf } from '../share-of.ts';
import { sharesNamed } from '../shares-named.ts';
import type { Decision, Loaded, Needs, Situation } from '../situation.ts';
import { nothing } from '../situation.ts';
import type { ListReading } from './list-reading.ts';

/** More rows than this don't fit the longest reply. */
export const rowsMax = 10;

/** A search of a list question: which accounts, and what limits it. */
export interface Finding {
  readonly of: ListReading['intent'];
  readonly shares: readonly Share[];
  readonly filter: Filter;
  readonly count: number;
  /** Where the last page ended. */
  readonly after?: EntryPosition | undefined;
}

/** The finding that a question means, or what to answer instead. */
export function findingOf(
  reading: ListReading,
  situation: Situation,
): Finding | { readonly decision: Decision } {
  const named = sharesNamed(reading, situation, { isAboutAll: isAboutAll(reading) });
  if ('decision' in named) return named;
  // What raises a debt is no deposit, and a payment on it no withdrawal.
  const isMoney = reading.intent === 'deposits' || reading.intent === 'withdrawals';
  const shares =
    named.isNamed || !isMoney ? named.shares : named.shares.filter(({ kind }) => kind !== 'loan');
  return {
    of: reading.intent,
    shares,
    filter: withPeriod(filterIn(reading), situation),
    count: reading.sum
      ? 0
      : Math.min(Math.max(1, reading.count ?? situation.settings.historyCount), rowsMax),
  };
}

/** A sum of everything ever says little: without a period it is about the last 30 days, or for one merchant the last year. */
function withPeriod(filter: Filter, { today }: Situation): Filter {
  if (!filter.sum || filter.since !== undefined || filter.until !== undefined) return filter;
  const since =
    filter.find === undefined
      ? today.subtract({ days: 29 })
      : today.subtract({ years: 1 }).add({ days: 1 });
  return { ...filter, since: since.toString() };
}

/** The currency of the bounds: that of the accounts, if they have one in common. */
function currencyIn(shares: readonly Share[], { currency }: Situation): Currency {
  const [first, another] = new Set(shares.map((share) => share.currency));
  return (another === undefined && first !== undefined ? currencyOf(first) : undefined) ?? currency;
}

/** The search in the books. */
export function searchOf(finding: Finding, situation: Situation): EntrySearch {
  const { of, shares, filter, count, after } = finding;
  const facts = factsOfFilter(filter, currencyIn(shares, situation));
  const isSpending = of === 'history' && (filter.sum === true || isRanked(filter));
  return {
    accounts: shares,
    own: situation.shares,
    zone: situation.zone,
    from: facts.since,
    to: facts.until,
    direction: of === 'deposits' ? 'in' : of === 'withdrawals' || isSpending ? 'out' : undefined,
    ...(of === 'checks' ? { kinds: ['check'] } : {}),
    ...(filter.find === undefined ? {} : { find: finderOf(filter.find) }),
    ...boundsOf(facts),
    ...(isRanked(filter)
      ? { leavesOutOwn: true, order: filter.least ? ('smallest' as const) : ('largest' as const) }
      : {}),
    ...(after ? { after } : {}),
    count,
    ...(filter.sum ? { sum: true } : {}),
  };
}

export function foundNeeds(reading: ListReading, situation: Situation): Needs {
  const finding = findingOf(reading, situation);
  return 'decision' in finding ? nothing : { searches: [searchOf(finding, situation)] };
}

/** Lists or adds up the entries that a question limits. */
export function answerFound(reading: ListReading, situation: Situation, loaded: Loaded): Decision {
  const finding = findingOf(reading, situation);
  return 'decision' in finding ? finding.decision : foundPage(finding, situation, loaded);
}

/** One page of what was found, and the position for MORE. */
export function foundPage(
  finding: Finding,
  situation: Situation,
  loaded: Loaded,
  given: { readonly isOlder?: true } = {},
): Decision {
  const answer = loaded.search(searchOf(finding, situation));
  if ('refused' in answer) return { reply: { reply: 'refused', reason: answer.refused } };
  // `my biggest purchase` is answered by one.
  const next = isRanked(finding.filter) && finding.count === 1 ? undefined : answer.next;
  if (finding.filter.sum) return { reply: sumReply(finding, situation, answer.sums) };
  return {
    reply: listReply(finding, situation, {
      loaded,
      answer: { ...answer, next },
      isOlder: given.isOlder,
    }),
    ...(next ? { pending: { found: pendingOf(finding, next, situation) } } : {}),
  };
}

/** The filter in the words of a reply, and the accounts if not all were searched. */
function headOf({ of, shares, filter }: Finding, situation: Situation) {
  const currency = currencyIn(shares, situation);
  const facts: FilterFacts = {
    ...factsOfFilter(filter, currency),
    ...(currency.code === situation.currency.code ? {} : { currency: currency.code }),
  };
  const isAll = situation.shares.every(
    ({ id, kind }) => kind === 'loan' || shares.some((share) => share.id === id),
  );
  return { of, filter: facts, shares: isAll && shares.length > 1 ? [] : shares.map(labelOf) };
}

function listReply(
  finding: Finding,
  situation: Situation,
  found: {
    readonly loaded: Loaded;
    readonly answer: EntriesFound;
    readonly isOlder: true | undefined;
  },
): Reply {
  const { answer, loaded, isOlder } = found;
  return {
    reply: 'found',
    ...headOf(finding, situation),
    ...(finding.filter.most ? { ranked: 'largest' as const } : {}),
    ...(finding.filter.least ? { ranked: 'smallest' as const } : {}),
    rows: answer.entries.flatMap((entry) => rowOf(entry, finding, { situation, loaded })),
    more: answer.next !== undefined,
    ...(isOlder ? { isOlder } : {}),
  };
}

function rowOf(
  entry: CoreEntry,
  { shares }: Finding,
  { situation, loaded }: { readonly situation: Situation; readonly loaded: Loaded },
): FoundRow[] {
  const share = shares.find(({ accountId }) => accountId === entry.accountId);
  if (!share) return [];
  const counter = counterpartOf(entry, share.kind, {
    shares: situation.shares,
    kindOf: (accountId) => loaded.kindOf(accountId),
  });
  return [
    {
      share: labelOf(share),
      on: entry.effectiveOn,
      amount: entry.amount,
      description: entry.description,
      ...(entry.checkNumber === undefined ? {} : { checkNumber: entry.checkNumber }),
      ...(counter ? { counter } : {}),
    },
  ];
}

function sumReply(finding: Finding, situation: Situation, sums: readonly EntrySum[]): Reply {
  const isIn = finding.of === 'deposits';
  const facts = sums.map((sum): SumFacts => {
    const { count, total } = isIn ? sum.in : sum.out;
    const { currency, refunds, returned, holds } = sum;
    return {
      currency,
      count,
      total,
      refunds,
      returned,
      holds: isIn ? { count: 0, total: 0n } : holds,
    };
  });
  return { reply: 'sum', ...headOf(finding, situation), sums: facts };
}

function pendingOf(finding: Finding, after: EntryPosition, situation: Situation) {
  return {
    until: untilOf(situation).toString(),
    of: finding.of,
    shareIds: finding.shares.map(({ id }) => id),
    filter: finding.filter,
    count: finding.count,
    after,
  };
}
