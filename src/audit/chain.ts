import { askLast } from '../database/ask-last.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import { type ChainRow, genesis, hashOf } from './chain-row.ts';
import { eventColumns, eventRows, eventsParameter } from './events/append-events.ts';

/** What one batch wrote, by part: SHA-256 each, absent where it wrote nothing of that part. */
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

/** Where the head is not the row before, the division fails and undoes all: with the commit behind it nobody could any more. */
const append = {
  name: 'record-append',
  text: `with head as (update chain_heads set number = $2, hash = $9 where ${headMoves} returning 1), row as (${insertRow})
    select 1 / count(*)::int as moved from head`,
};

/** The same with the batch's events: a batch without any, as most are, pays nothing for them. */
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
 * Locks the head of an institution's chain: after conversations and accounts, always, and as late as can be, since no other batch of
 * the institution passes it before the commit.
 */
export async function lockHead(tx: Queries, institutionId: number): Promise<LockedHead> {
  const [head] = await tx.query<LockedHead>(lockHeadStatement, [institutionId, genesis]);
  return present(head, 'the chain has a head once it was asked for');
}

/**
 * Chains a batch to the ones before it. The last statements of a batch's transaction, so that batches are numbered in the order in
 * which they commit.
 * @param options.head where it was locked before, beside other statements
 * @param options.counts how many rows each part wrote, where the caller knows
 * @param options.keyring without them the row is chained but not signed, which `verify` says
 * @param options.events what the batch decided, for those who act on it later; written with the same statement
 * @param options.ends nothing of the transaction comes after: the commit goes with it
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
