import { askLast } from '../database/ask-last.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import { type ChainRow, genesis, hashOf } from './chain-row.ts';
import { eventColumns, eventRows, eventsParameter } from './events/append-events.ts';

/** SHA-256 of each part that a batch wrote. A part without rows is absent. */
export interface BatchDigests {
  readonly books?: Uint8Array | undefined;
  readonly messages?: Uint8Array | undefined;
}

const lockHeadStatement = {
  name: 'record-lock-head',
  text: `insert into chain_heads (institution_id, number, hash) values ($1, 0, $2)
    on conflict (institution_id) do update set number = chain_heads.number
    returning number, hash`,
};

const headMoves = 'institution_id = $1 and number = $2::bigint - 1';

const insertRow = `insert into chain (institution_id, number, batch_id, books_digest, messages_digest, books_count, messages_count,
    previous_hash, hash, seal, written_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * If the head is not the previous row, the division by zero fails and rolls back. The commit may
 * follow in the same round trip, so nothing later could roll back.
 */
const append = {
  name: 'record-append',
  text: `with head as (update chain_heads set number = $2, hash = $9 where ${headMoves} returning 1), row as (${insertRow})
    select 1 / count(*)::int as moved from head`,
};

/**
 * The same with the batch's events. A separate statement, so that batches without events pay
 * nothing.
 */
const appendWithEvents = {
  name: 'record-append-events',
  text: `with head as (
      update chain_heads set number = $2, hash = $9, events = events + $12::bigint where ${headMoves} returning events
    ), row as (${insertRow}), told as (
      insert into domain_events (institution_id, number, kind, version, data, chain_number, happened_at)
      select $1, head.events - $12::bigint + e.position, ${eventColumns}, $2, $11 from head, ${eventRows('$13')}
    )
    select 1 / count(*)::int as moved from head`,
};

/** The newest row of an institution's chain, locked until the transaction ends. */
export interface LockedHead {
  readonly number: bigint;
  readonly hash: Uint8Array;
}

/**
 * Locks the head of an institution's chain. Lock it after conversations and accounts, and as late
 * as possible: it blocks the institution's other batches until the commit.
 */
export async function lockHead(tx: Queries, institutionId: number): Promise<LockedHead> {
  const [head] = await tx.query<LockedHead>(lockHeadStatement, [institutionId, genesis]);
  return present(head, 'the insert created the chain head');
}

/**
 * Appends a batch to its institution's chain. Call it last in the transaction, so that batches are
 * numbered in the order in which they commit.
 * @param options.head the head, if the caller locked it together with other statements
 * @param options.counts how many rows each part wrote, if the caller knows
 * @param options.keyring if absent, the row is chained but not signed, and `verify` reports that
 * @param options.events the batch's domain events, inserted by the same statement
 * @param options.ends commits with the same statement; nothing else may follow in the transaction
 */
export async function appendToChain(
  tx: Transaction,
  options: {
    readonly institutionId: number;
    readonly batchId: string;
    readonly digests: BatchDigests;
    readonly counts?: { readonly books?: number; readonly messages?: number };
    readonly world: World;
    readonly keyring?: Keyring | undefined;
    readonly head?: LockedHead | undefined;
    readonly events?: readonly DomainEvent[] | undefined;
    readonly ends?: true;
  },
): Promise<ChainRow> {
  const { institutionId, batchId, digests, counts, keyring, events = [] } = options;
  const previous = options.head ?? (await lockHead(tx, institutionId));
  const content = {
    institutionId,
    number: previous.number + 1n,
    batchId,
    booksDigest: digests.books ?? null,
    messagesDigest: digests.messages ?? null,
    booksCount: counts?.books ?? null,
    messagesCount: counts?.messages ?? null,
    previousHash: previous.hash,
    isSigned: keyring !== undefined,
    writtenAt: options.world.clock.now(),
  };
  const hash = hashOf(content);
  const row: ChainRow = { ...content, hash, signature: keyring?.sign('record', hash) ?? null };
  const parameters = [
    institutionId,
    row.number,
    row.batchId,
    row.booksDigest,
    row.messagesDigest,
    row.booksCount,
    row.messagesCount,
    row.previousHash,
    row.hash,
    row.signature,
    row.writtenAt,
    ...(events.length > 0 ? [events.length, eventsParameter(events)] : []),
  ];
  const statement = events.length > 0 ? appendWithEvents : append;
  await (options.ends ? askLast(tx, statement, parameters) : tx.query(statement, parameters));
  return row;
}
