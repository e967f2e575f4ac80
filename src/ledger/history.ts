import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';
import type { Amount } from '../money/amount.ts';

/** A request for rows of an account's history, newest first. */
export interface EntriesRequest {
  readonly accountId: string;
  /** `in` and `out`: entries of any kind that raised or lowered the balance. */
  readonly of: 'all' | 'in' | 'out' | 'checks';
  /** The limit. */
  readonly count: number;
  /** Only those before this sequence. */
  readonly before?: bigint | undefined;
}

/** An entry for display: amount and balance on the account's normal side. */
export interface ShownEntry {
  readonly accountId: string;
  readonly sequence: bigint;
  readonly amount: Amount;
  readonly balanceAfter: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly kind: string;
  readonly description: string;
  readonly checkNumber: string | null;
  /** The account on the other side; null if the transaction has more than two. */
  readonly counterAccountId: string | null;
}

const shown = `e.account_id, e.sequence, e.amount, e.balance_after, e.effective_on, e.posted_at, e.kind, e.description,
  e.check_number, e.counter_account_id`;
/** The columns of an entry `e` of an account `a`, renamed to the fields above. */
export const shownColumns = `e.account_id as "accountId", e.sequence, e.amount * a.normal_side as amount,
  e.balance_after as "balanceAfter", e.effective_on as "effectiveOn", e.posted_at as "postedAt", e.kind,
  e.description, e.check_number as "checkNumber", e.counter_account_id as "counterAccountId"`;

/** Each branch descends its own index once. A request skips the branches it does not need. */
export const newestStatement = {
  name: 'ledger-newest-entries',
  text: `select r.place::int as place, ${shownColumns}
    from unnest($2::uuid[], $3::text[], $4::bigint[], $5::int[]) with ordinality as r (account_id, of, before, count, place)
    join accounts a on a.institution_id = $1 and a.id = r.account_id
    cross join lateral (
      (select ${shown} from entries e
        where r.of = 'all' and e.institution_id = $1 and e.account_id = r.account_id and e.sequence < r.before
        order by e.sequence desc limit r.count)
      union all
      (select ${shown} from entries e
        where r.of in ('in', 'out') and e.institution_id = $1 and e.account_id = r.account_id
          and (e.amount > 0) = ((r.of = 'in') = (a.normal_side = 1)) and e.sequence < r.before
        order by e.sequence desc limit r.count)
      union all
      (select ${shown} from entries e
        where r.of = 'checks' and e.institution_id = $1 and e.account_id = r.account_id and e.kind = 'check'
          and e.sequence < r.before
        order by e.sequence desc limit r.count)
    ) e
    order by r.place, e.sequence desc`,
};

const checksByNumber = {
  name: 'ledger-checks-by-number',
  text: `select r.place::int as place, ${shownColumns}
    from unnest($2::uuid[], $3::text[], $4::int[]) as r (account_id, number, place)
    join accounts a on a.institution_id = $1 and a.id = r.account_id
    cross join lateral (
      select ${shown} from entries e
      where e.institution_id = $1 and e.account_id = r.account_id and e.check_number = r.number
      order by e.sequence desc limit 20
    ) e
    order by r.place, e.posted_at desc, e.sequence desc`,
};

const sequenceMax = 9_223_372_036_854_775_807n;

/**
 * Reads the newest entries for each request, in the order of the requests. It is one statement for
 * all, and its cost does not grow with the history.
 */
export async function newestEntries(
  q: Queries,
  institutionId: number,
  requests: readonly EntriesRequest[],
): Promise<ShownEntry[][]> {
  if (requests.length === 0) return [];
  const rows = await q.query<ShownEntry & { place: number }>(newestStatement, [
    institutionId,
    column(
      'uuid',
      requests.map((request) => request.accountId),
    ),
    requests.map((request) => request.of),
    requests.map((request) => request.before ?? sequenceMax),
    requests.map((request) => request.count),
  ]);
  return byPlace(rows, requests.length);
}

/**
 * Reads entries with a check's number on several accounts, newest first, for each request in order.
 */
export async function checkEntries(
  q: Queries,
  institutionId: number,
  requests: readonly { readonly accountIds: readonly string[]; readonly number: string }[],
): Promise<ShownEntry[][]> {
  const asked = requests.flatMap(({ accountIds, number }, index) =>
    [...new Set(accountIds)].map((accountId) => ({ accountId, number, place: index + 1 })),
  );
  if (asked.length === 0) return requests.map(() => []);
  const rows = await q.query<ShownEntry & { place: number }>(checksByNumber, [
    institutionId,
    asked.map(({ accountId }) => accountId),
    asked.map(({ number }) => number),
    asked.map(({ place }) => place),
  ]);
  return byPlace(rows, requests.length);
}

function byPlace<Row extends { place: number }>(
  rows: readonly Row[],
  length: number,
): Omit<Row, 'place'>[][] {
  const answers: Omit<Row, 'place'>[][] = Array.from({ length }, () => []);
  for (const { place, ...entry } of rows) answers[place - 1]?.push(entry);
  return answers;
}
