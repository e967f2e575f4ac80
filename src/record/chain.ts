import type { Queries } from '../database/database.ts';
import { assert, present } from '../kernel/assert.ts';
import type { Seals } from '../kernel/seal.ts';
import type { World } from '../kernel/world.ts';
import { type ChainRow, genesis, hashOf } from './chain-row.ts';

/** What one batch wrote, by part: SHA-256 each, absent where it wrote nothing of that part. */
export interface BatchDigests {
  readonly books?: Uint8Array | undefined;
  readonly messages?: Uint8Array | undefined;
}

const lockHead = {
  name: 'record-lock-head',
  text: `insert into chain_heads (institution_id, number, hash) values ($1, 0, $2)
    on conflict (institution_id) do update set number = chain_heads.number
    returning number, hash`,
};

const append = {
  name: 'record-append',
  text: `with row as (
      insert into chain (institution_id, number, batch_id, books_digest, messages_digest, books_count, messages_count,
        previous_hash, hash, seal, written_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    )
    update chain_heads set number = $2, hash = $9 where institution_id = $1 returning number`,
};

/**
 * Chains a batch to the ones before it. The last statements of a batch's transaction: they lock the institution's chain
 * head (after conversations and accounts, always), so that batches are numbered in the order in which they commit.
 * @param options.counts how many rows each part wrote, where the caller knows
 * @param options.seals without them the row is chained but not sealed, which `verify` says
 */
export async function appendToChain(
  tx: Queries,
  options: {
    readonly institutionId: number;
    readonly batchId: string;
    readonly digests: BatchDigests;
    readonly counts?: { readonly books?: number; readonly messages?: number };
    readonly world: World;
    readonly seals?: Seals | undefined;
  },
): Promise<ChainRow> {
  const { institutionId, batchId, digests, counts, seals } = options;
  const [head] = await tx.query<{ number: bigint; hash: Uint8Array }>(lockHead, [
    institutionId,
    genesis,
  ]);
  const previous = present(head, 'the chain has a head once it was asked for');
  const content = {
    institutionId,
    number: previous.number + 1n,
    batchId,
    booksDigest: digests.books ?? null,
    messagesDigest: digests.messages ?? null,
    booksCount: counts?.books ?? null,
    messagesCount: counts?.messages ?? null,
    previousHash: previous.hash,
    isSealed: seals !== undefined,
    writtenAt: options.world.clock.now(),
  };
  const hash = hashOf(content);
  const row: ChainRow = { ...content, hash, seal: seals?.sign('record', hash) ?? null };
  const moved = await tx.query(append, [
    institutionId,
    row.number,
    row.batchId,
    row.booksDigest,
    row.messagesDigest,
    row.booksCount,
    row.messagesCount,
    row.previousHash,
    row.hash,
    row.seal,
    row.writtenAt,
  ]);
  assert(moved.length === 1, 'the head of the chain moves with each row');
  return row;
}
