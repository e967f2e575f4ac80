import type { Database, Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type {
  IncomingRow,
  Outstanding,
  OwnMatch,
  OwnPostings,
} from '../../ledger/import/own-postings.ts';
import type { Institution } from '../../members/institution.ts';
import { type Claims, matchKnown, matchLikely } from './match-rows.ts';
import { firstUnsent, ownEntries } from './own-entries.ts';
import { loadNamed, loadSent } from './sent-lines.ts';
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

const chunkSize = 2_000;

async function match(
  q: Queries,
  institutionId: number,
  rows: readonly IncomingRow[],
): Promise<Map<string, OwnMatch>> {
  const matches = new Map<string, OwnMatch>();
  const claims: Claims = { named: new Map(), likely: new Set() };
  const others: IncomingRow[] = [];
  for (const chunk of chunksOf(rows)) {
    const known = await loadNamed(q, institutionId, chunk);
    for (const row of chunk) {
      const found = matchKnown(row, known, claims);
      if (found) matches.set(row.externalId, found);
      // Another system's id says that it is not one of ours.
      else if (row.endToEndId === undefined) others.push(row);
    }
  }
  // What says nothing can only be what the others left.
  for (const chunk of chunksOf(others)) {
    const sent = await loadSent(q, institutionId, chunk);
    for (const row of chunk) {
      const found = matchLikely(row, sent.get(row.accountId) ?? [], claims);
      if (found) matches.set(row.externalId, found);
    }
  }
  return matches;
}

function chunksOf(rows: readonly IncomingRow[]): (readonly IncomingRow[])[] {
  const starts = Array.from(
    { length: Math.ceil(rows.length / chunkSize) },
    (_, n) => n * chunkSize,
  );
  return starts.map((start) => rows.slice(start, start + chunkSize));
}

async function outstanding(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Map<string, Outstanding>> {
  const rows = await q.query<Omit<Outstanding, 'waiting'> & { accountId: string }>(
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
  const entries = await q.query<Outstanding['waiting'][number] & { accountId: string }>(
    `select account_id as "accountId", external_id as "externalId", amount from waiting_entries
      where institution_id = $1 and state = 'waiting' and account_id = any($2::uuid[])`,
    [institutionId, accountIds],
  );
  const waiting = Map.groupBy(entries, ({ accountId }) => accountId);
  return new Map(
    rows.map(({ accountId, ...figures }) => [
      accountId,
      { ...figures, waiting: waiting.get(accountId) ?? [] },
    ]),
  );
}
