import { batchOf } from '../audit/batch.ts';
import { leafOf } from '../audit/leaf.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { pruningContent } from './prunings.ts';

/** Batches whose messages are deleted in one transaction, so that none runs for long. */
const atOnce = 1_000;

interface PruneContext {
  readonly institutionId: number;
  readonly world: World;
  readonly keyring: Keyring;
}

interface OldBatch {
  readonly number: bigint;
  readonly id: string;
  readonly format: number;
}

interface Deleted {
  readonly all: number;
  /** Of batches that have a leaf for each. */
  readonly leaves: bigint;
}

/**
 * Deletes the messages of all batches that were written before a moment. Their leaves stay in the chain, and a row that the record covers
 * says up to where they are gone. It ends before the first batch that has a message which may still leave.
 * @returns how many messages
 */
export async function pruneMessages(
  db: Database,
  context: PruneContext,
  before: Temporal.Instant,
): Promise<number> {
  let count = 0;
  for (;;) {
    const pruned = await db.transaction(async (tx) => pruneSome(tx, context, before));
    if (pruned === undefined) return count;
    count += pruned;
  }
}

/** @returns how many messages, `undefined` where no batch is old enough */
async function pruneSome(
  tx: Queries,
  context: PruneContext,
  before: Temporal.Instant,
): Promise<number | undefined> {
  const { institutionId, world } = context;
  const old = await oldBatches(tx, institutionId, before);
  const last = old.at(-1);
  if (!last) return undefined;
  const ids = old.map(({ id }) => id);
  const inTree = old.filter(({ format }) => format > 1).map(({ id }) => id);
  const parameters = [institutionId, ids, inTree];
  const [inbound] = await tx.query<Deleted>(deleteInbound, parameters);
  const [outbound] = await tx.query<Deleted>(deleteOutbound, parameters);
  const all = (inbound?.all ?? 0) + (outbound?.all ?? 0);
  const messages = (inbound?.leaves ?? 0n) + (outbound?.leaves ?? 0n);
  const batch = batchOf(tx, context);
  const row = { through: last.number, messages, prunedAt: world.clock.now() };
  await tx.query(
    `insert into prunings (institution_id, through, batch_id, messages, pruned_at) values ($1, $2, $3, $4, $5)`,
    [institutionId, row.through, batch.id, row.messages, row.prunedAt],
  );
  batch.add('messages', [leafOf(pruningContent(row))]);
  return all;
}

const counted = `select count(*)::int as all, count(*) filter (where batch_id = any($3::uuid[])) as leaves from gone`;
// A message gives up with its row its words for the search and, where we keep it for its member to read, its place.
const deleteInbound = `with gone as (
    delete from inbound where institution_id = $1 and batch_id = any($2::uuid[])
      returning batch_id, conversation_id, channel, external_id
  ), words as (
    delete from message_words w using gone g
      where w.institution_id = $1 and w.direction = 'in' and w.channel = g.channel and w.ref = g.external_id
  ), places as (
    delete from hosted_messages h using gone g
      where h.institution_id = $1 and h.conversation_id = g.conversation_id and h.external_id = g.external_id
  ) ${counted}`;
const deleteOutbound = `with gone as (
    delete from outbound where institution_id = $1 and batch_id = any($2::uuid[]) returning batch_id, id, channel
  ), words as (
    delete from message_words w using gone g
      where w.institution_id = $1 and w.direction = 'out' and w.channel = g.channel and w.ref = g.id::text
  ), places as (
    delete from hosted_messages h using gone g where h.institution_id = $1 and h.outbound_id = g.id
  ) ${counted}`;

/** The next batches in the order of the chain, up to the first that is too young or has something that may still leave. */
async function oldBatches(
  tx: Queries,
  institutionId: number,
  before: Temporal.Instant,
): Promise<OldBatch[]> {
  const rows = await tx.query<OldBatch & { isKept: boolean }>(
    `select c.number, c.batch_id as id, c.format, c.written_at >= $2 or exists (select from outbound o
          where o.institution_id = $1 and o.batch_id = c.batch_id and o.status in ('queued', 'sending', 'errored', 'unknown'))
        as "isKept"
      from chain c
      where c.institution_id = $1
        and c.number > (select coalesce(max(through), 0) from prunings where institution_id = $1)
      order by c.number limit ${atOnce}`,
    [institutionId, before],
  );
  const first = rows.findIndex(({ isKept }) => isKept);
  return first < 0 ? rows : rows.slice(0, first);
}
