import type { Database, Queries } from '../../database/database.ts';
import { rowSet } from '../../database/row-set.ts';
import { marksOf, wordsOf } from './words-of.ts';

/** A message to make searchable. */
interface Row {
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly ref: string;
  readonly at: Temporal.Instant;
  readonly memberId: string | null;
  readonly outcome: string;
  readonly text: string;
}

/** The most batches in one transaction. */
const batchesAtOnce = 500;

const words = rowSet<Row>({
  from: 2,
  columns: [
    ['ref', 'text', (row) => row.ref],
    ['direction', 'text', (row) => row.direction],
    ['channel', 'text', (row) => row.channel],
    ['at', 'timestamptz', (row) => row.at],
    ['member_id', 'uuid', (row) => row.memberId],
    ['outcome', 'text', (row) => row.outcome],
    ['words', 'text', (row) => [...wordsOf(row.text), ...marksOf(row)].join(' ')],
  ],
});

const insert = `insert into message_words (institution_id, ref, direction, channel, at, member_id, outcome, words)
  select $1, n.ref, n.direction, n.channel, n.at, n.member_id, n.outcome, array_to_tsvector(string_to_array(n.words, ' '))
  from ${words.text} on conflict do nothing`;

/**
 * Makes the messages searchable that the record got since last time. It follows the record's rows,
 * which are in the order of their commits: none is left out, and none comes twice, also with two
 * processes.
 * @param rounds at most so many transactions
 * @returns how many of the record's rows are left
 */
export async function indexMessages(
  db: Pick<Database, 'transaction'>,
  { institutionId, rounds }: { readonly institutionId: number; readonly rounds: number },
): Promise<number> {
  let left = 0;
  for (let round = 0; round < rounds; round += 1) {
    left = await db.transaction(async (tx) => indexSome(tx, institutionId));
    if (left === 0) break;
  }
  return left;
}

async function indexSome(tx: Queries, institutionId: number): Promise<number> {
  await tx.query(
    'insert into message_word_marks (institution_id, number) values ($1, 0) on conflict do nothing',
    [institutionId],
  );
  const [mark] = await tx.query<{ number: bigint }>(
    'select number from message_word_marks where institution_id = $1 for update',
    [institutionId],
  );
  const batches = await tx.query<{ number: bigint; id: string }>(
    `select number, batch_id as id from chain where institution_id = $1 and number > $2 order by number limit ${batchesAtOnce}`,
    [institutionId, mark?.number ?? 0n],
  );
  const last = batches.at(-1);
  if (!last) return 0;
  const rows = await messagesOf(
    tx,
    institutionId,
    batches.map(({ id }) => id),
  );
  if (rows.length > 0) await tx.query(insert, [institutionId, ...words.parameters(rows)]);
  await tx.query('update message_word_marks set number = $2 where institution_id = $1', [
    institutionId,
    last.number,
  ]);
  const [head] = await tx.query<{ left: number }>(
    'select (number - $2)::int as left from chain_heads where institution_id = $1',
    [institutionId, last.number],
  );
  return Math.max(0, head?.left ?? 0);
}

async function messagesOf(
  tx: Queries,
  institutionId: number,
  batchIds: readonly string[],
): Promise<Row[]> {
  return tx.query<Row>(
    `select 'in' as direction, i.channel, i.external_id as ref, i.received_at as at, i.member_id as "memberId", i.outcome, i.text
      from unnest($2::uuid[]) as b (id)
      cross join lateral (select * from inbound where institution_id = $1 and batch_id = b.id) i
    union all
    select 'out', o.channel, o.id::text, o.queued_at, a.member_id, o.purpose, o.text
      from unnest($2::uuid[]) as b (id)
      cross join lateral (select * from outbound where institution_id = $1 and batch_id = b.id) o
      left join addresses a on a.institution_id = $1 and a.id = o.address_id`,
    [institutionId, batchIds],
  );
}

/** The institutions whose newest messages are not searchable yet. */
export async function institutionsToIndex(
  q: Queries,
  institutionIds: readonly number[],
): Promise<number[]> {
  const found = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id)
      join chain_heads h on h.institution_id = k.id
      left join message_word_marks m on m.institution_id = k.id
      where h.number > coalesce(m.number, 0)`,
    [institutionIds],
  );
  return found.map(({ id }) => id);
}
