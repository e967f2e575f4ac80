import type { Database, Queries } from '../../database/database.ts';
import type { PostingState, WaitingState } from '../../kernel/vocabulary/posting-state.ts';
import type { World } from '../../kernel/world.ts';
import type {
  IncomingRow,
  Outstanding,
  OwnMatch,
  OwnPostings,
} from '../../ledger/import/own-postings.ts';
import type { Institution } from '../../members/institution.ts';
import { transactionOf } from './end-to-end-id.ts';
import { firstUnsent, ownEntries } from './own-entries.ts';
import { takeMatches } from './take-matches.ts';

/** Keeps what was posted here, and comes back in a core's file, from posting again. */
export function ownPostings(given: {
  readonly institution: Institution;
  readonly world: World;
}): OwnPostings {
  const { id } = given.institution;
  return {
    match: async (q, rows) => match(q, id, rows),
    outstanding: async (q, accountIds) => outstanding(q, id, accountIds),
    take: async (db: Database, rows) => takeMatches(db, given, rows),
  };
}

interface Line {
  readonly transactionId: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly state: PostingState;
  readonly externalId: string | null;
  readonly effectiveOn: Temporal.PlainDate;
}

const chunkSize = 2_000;

/** Entries of one posting are at most so many days apart in the two systems. */
const daysApart = 5;

async function match(
  q: Queries,
  institutionId: number,
  rows: readonly IncomingRow[],
): Promise<Map<string, OwnMatch>> {
  const matches = new Map<string, OwnMatch>();
  const taken = new Map<string, string>();
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    const known = await load(q, institutionId, chunk);
    for (const row of chunk) {
      const found = matchOf(row, known, taken);
      if (!found) continue;
      matches.set(row.externalId, found);
      if (found.is === 'settles')
        taken.set(`${found.transactionId}/${row.accountId}`, row.externalId);
    }
  }
  return matches;
}

interface Known {
  /** By transaction. */
  readonly named: ReadonlyMap<string, readonly Line[]>;
  readonly settled: ReadonlySet<string>;
  readonly waiting: ReadonlyMap<
    string,
    { readonly state: WaitingState; readonly transactionId: string }
  >;
  /** Sent lines by account. */
  readonly sent: ReadonlyMap<string, readonly Line[]>;
}

const lineColumns = `l.transaction_id as "transactionId", l.account_id as "accountId", l.amount, l.state,
    l.external_id as "externalId", t.effective_on as "effectiveOn"`;

async function load(
  q: Queries,
  institutionId: number,
  rows: readonly IncomingRow[],
): Promise<Known> {
  const named = await q.query<Line>(
    `select ${lineColumns} from posting_lines l
      join transactions t on t.institution_id = $1 and t.id = l.transaction_id
      where l.institution_id = $1 and l.transaction_id = any($2::uuid[])`,
    [institutionId, rows.flatMap((row) => transactionOf(row.endToEndId) ?? [])],
  );
  const externalIds = rows.map(({ externalId }) => externalId);
  const settled = await q.query<{ externalId: string }>(
    `select external_id as "externalId" from posting_lines where institution_id = $1 and external_id = any($2::text[])`,
    [institutionId, externalIds],
  );
  const waiting = await q.query<{ externalId: string; state: WaitingState; transactionId: string }>(
    `select external_id as "externalId", state, transaction_id as "transactionId" from waiting_entries
      where institution_id = $1 and external_id = any($2::text[])`,
    [institutionId, externalIds],
  );
  const sent = await q.query<Line>(
    `select ${lineColumns} from posting_lines l
      join transactions t on t.institution_id = $1 and t.id = l.transaction_id
      where l.institution_id = $1 and l.account_id = any($2::uuid[]) and l.state = 'sent'
      order by l.transaction_id`,
    [institutionId, [...new Set(rows.map(({ accountId }) => accountId))]],
  );
  return {
    named: Map.groupBy(named, ({ transactionId }) => transactionId),
    settled: new Set(settled.map(({ externalId }) => externalId)),
    waiting: new Map(waiting.map(({ externalId, ...one }) => [externalId, one])),
    sent: Map.groupBy(sent, ({ accountId }) => accountId),
  };
}

/**
 * @param taken entries of the file that settle a line, by transaction and account
 */
function matchOf(
  row: IncomingRow,
  known: Known,
  taken: ReadonlyMap<string, string>,
): OwnMatch | undefined {
  if (known.settled.has(row.externalId)) return { is: 'settled' };
  const transactionId = transactionOf(row.endToEndId);
  const named = transactionId === undefined ? undefined : known.named.get(transactionId);
  if (named && transactionId !== undefined) return matchNamed(row, { named, transactionId, taken });
  const waiting = known.waiting.get(row.externalId);
  if (waiting?.state === 'waiting')
    return { is: 'waits', transactionId: waiting.transactionId, isNew: false };
  // Another system's id says that it is not one of ours.
  if (row.endToEndId !== undefined) return undefined;
  const likely = known.sent
    .get(row.accountId)
    ?.find((line) => line.amount === row.amount && isNear(line.effectiveOn, row.effectiveOn));
  return likely && { is: 'waits', transactionId: likely.transactionId, isNew: true };
}

function matchNamed(
  row: IncomingRow,
  given: {
    readonly named: readonly Line[];
    readonly transactionId: string;
    readonly taken: ReadonlyMap<string, string>;
  },
): OwnMatch {
  const { named, transactionId, taken } = given;
  const line = named.find(({ accountId }) => accountId === row.accountId);
  const id = row.endToEndId ?? '';
  if (!line) return problem(`end_to_end_id ${id} is of a posting of ours on other accounts`);
  if (line.state === 'settled')
    return problem(
      `end_to_end_id ${id} came back before, as entry ${line.externalId ?? ''}: the core seems to have posted it twice`,
    );
  if (line.state === 'rejected')
    return problem(
      `end_to_end_id ${id} is of a posting that the core rejected and we reversed: it must not be in the core’s books`,
    );
  const first = taken.get(`${transactionId}/${row.accountId}`);
  if (first !== undefined)
    return problem(`end_to_end_id ${id} is in this file twice, in entry ${first} too`);
  if (line.amount !== row.amount)
    return problem(`end_to_end_id ${id} was sent with another amount`);
  return { is: 'settles', transactionId };
}

function problem(reason: string): OwnMatch {
  return { is: 'problem', reason };
}

function isNear(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Math.abs(one.until(other).days) <= daysApart;
}

async function outstanding(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Map<string, Outstanding>> {
  const rows = await q.query<Outstanding & { accountId: string }>(
    `with own as (
        select e.account_id, e.amount * a.normal_side as amount
        ${ownEntries}
          and e.account_id = any($3::uuid[])
          and not exists (
            select from posting_lines l where l.institution_id = $1 and l.transaction_id = t.id and l.account_id = e.account_id
          )
        union all
        select account_id, amount from posting_lines
          where institution_id = $1 and state = 'sent' and account_id = any($3::uuid[])
      )
      select a.id as "accountId", a.ledger_balance as ledger,
        coalesce((select sum(own.amount) from own where own.account_id = a.id), 0)::int8 as outstanding
      from accounts a where a.institution_id = $1 and a.id = any($3::uuid[])`,
    [institutionId, await firstUnsent(q, institutionId), accountIds],
  );
  return new Map(rows.map(({ accountId, ...figures }) => [accountId, figures]));
}
