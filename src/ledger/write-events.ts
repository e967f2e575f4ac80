import type { Queries } from '../database/database.ts';
import { assert, present } from '../kernel/assert.ts';
import { normalSide } from './account.ts';
import type { Books } from './books.ts';

/** Inserts new accounts, empty: the batch's postings on them are written with the others. */
export async function writeOpenings(tx: Queries, books: Books): Promise<void> {
  const { openedAccounts } = books.decided;
  const opened = [...openedAccounts.keys()].map((id) =>
    present(books.accounts.get(id), 'an opened account is in the books'),
  );
  if (opened.length === 0) return;
  await tx.query(
    `insert into accounts (institution_id, id, class, kind, normal_side, currency, internal, opened_on, overdraft_limit,
        bucket)
      select $1, n.* from unnest($2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::boolean[], $8::date[],
        $9::bigint[], $10::int[]) as n`,
    [
      books.institutionId,
      opened.map((account) => account.id),
      opened.map((account) => account.class),
      opened.map((account) => account.kind),
      opened.map((account) => normalSide(account)),
      opened.map((account) => account.currency),
      opened.map((account) => account.internal),
      opened.map((account) => account.openedOn),
      opened.map((account) => account.overdraftLimit),
      [...openedAccounts.values()],
    ],
  );
}

/** Writes the events of accounts and holds. */
export async function writeEvents(tx: Queries, books: Books, batchId: string): Promise<void> {
  if (books.decided.accountEvents.length > 0) await writeAccountEvents(tx, books, batchId);
  if (books.decided.holdEvents.length > 0) await writeHolds(tx, books, batchId);
}

async function writeAccountEvents(tx: Queries, books: Books, batchId: string): Promise<void> {
  const rows = books.decided.accountEvents;
  await tx.query(
    `insert into account_events (institution_id, batch_id, account_id, number, transaction_id, event, class, kind, currency,
        internal, overdraft_limit, happened_on)
      select $1, $2, n.* from unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
        $10::boolean[], $11::bigint[], $12::date[]) as n`,
    [
      books.institutionId,
      batchId,
      rows.map((row) => row.accountId),
      rows.map((row) => row.number),
      rows.map((row) => row.transactionId),
      rows.map((row) => row.event),
      rows.map((row) => row.class),
      rows.map((row) => row.kind),
      rows.map((row) => row.currency),
      rows.map((row) => row.internal),
      rows.map((row) => row.overdraftLimit),
      rows.map((row) => row.happenedOn),
    ],
  );
}

/**
 * Writes hold events and the resulting states, and checks that an account's open holds sum to its
 * `held`.
 */
async function writeHolds(tx: Queries, books: Books, batchId: string): Promise<void> {
  const rows = books.decided.holdEvents;
  await tx.query(
    `insert into hold_events (institution_id, batch_id, hold_id, number, transaction_id, account_id, event, amount,
        description, expires_at, happened_at)
      select $1, $2, n.* from unnest($3::uuid[], $4::int[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::text[],
        $10::timestamptz[], $11::timestamptz[]) as n`,
    [
      books.institutionId,
      batchId,
      rows.map((row) => row.holdId),
      rows.map((row) => row.number),
      rows.map((row) => row.transactionId),
      rows.map((row) => row.accountId),
      rows.map((row) => row.event),
      rows.map((row) => row.amount),
      rows.map((row) => row.description),
      rows.map((row) => row.expiresAt),
      rows.map((row) => row.happenedAt),
    ],
  );
  const holds = [...books.decided.changedHolds].map((id) =>
    present(books.holds.get(id), 'a changed hold is in the books'),
  );
  await tx.query(
    `insert into holds (institution_id, id, account_id, amount, remaining, state, description, placed_at, expires_at, events)
      select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
        $8::timestamptz[], $9::timestamptz[], $10::int[]) as n
      on conflict (institution_id, id) do update
        set remaining = excluded.remaining, state = excluded.state, events = excluded.events`,
    [
      books.institutionId,
      holds.map((hold) => hold.id),
      holds.map((hold) => hold.accountId),
      holds.map((hold) => hold.amount),
      holds.map((hold) => hold.remaining),
      holds.map((hold) => hold.state),
      holds.map((hold) => hold.description),
      holds.map((hold) => hold.placedAt),
      holds.map((hold) => hold.expiresAt),
      holds.map((hold) => hold.events),
    ],
  );
  const wrong = await tx.query<{ id: string }>(
    `select a.id from accounts a where a.institution_id = $1 and a.id = any($2::uuid[])
      and a.held <> (select coalesce(sum(h.remaining), 0) from holds h
        where h.institution_id = $1 and h.account_id = a.id and h.state = 'open')`,
    [books.institutionId, [...new Set(holds.map(({ accountId }) => accountId))]],
  );
  assert(wrong.length === 0, `the open holds of account ${wrong[0]?.id} sum to its held amount`);
}
