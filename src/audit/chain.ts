import { askLast } from '../database/ask-last.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { jsonText } from '../database/parameters.ts';
import { present } from '../kernel/assert.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import { type ChainRow, genesis } from './chain-row.ts';
import { eventColumns, eventRows, eventsParameter } from './events/append-events.ts';

const lockHeadStatement = {
  name: 'record-lock-head',
  text: `insert into chain_heads (institution_id, number, hash) values ($1, 0, $2)
    on conflict (institution_id) do update set number = chain_heads.number
    returning number, hash`,
};

const headMoves = 'institution_id = $1 and number = $2::bigint - 1';

const insertRow = `insert into chain (institution_id, number, format, batch_id, books_count, messages_count, changes_count, versions,
    leaves, root, previous_hash, hash, seal, written_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Where the head is not the row before, the division fails and undoes all: with the commit behind it nobody could any more. */
const append = {
  name: 'record-append',
  text: `with head as (update chain_heads set number = $2, hash = $12 where ${headMoves} returning 1), row as (${insertRow})
    select 1 / count(*)::int as moved from head`,
};

/** The same with the batch's events: a batch without any, as most are, pays nothing for them. */
const appendWithEvents = {
  name: 'record-append-events',
  text: `with head as (
      update chain_heads set number = $2, hash = $12, events = events + $15::bigint where ${headMoves} returning events
    ), row as (${insertRow}), told as (
      insert into domain_events (institution_id, number, kind, version, data, chain_number, happened_at)
      select $1, head.events - $15::bigint + e.position, ${eventColumns}, $2, $14 from head, ${eventRows('$16')}
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
 * Writes a batch's row behind the head, which moves to it, and the batch's events. For `Batch` alone.
 * @param options.ends nothing of the transaction comes after: the commit goes with it
 */
export async function insertChainRow(
  tx: Transaction,
  row: ChainRow,
  { events, ends }: { readonly events: readonly DomainEvent[]; readonly ends: boolean },
): Promise<void> {
  const parameters = [
    row.institutionId,
    row.number,
    row.format,
    row.batchId,
    row.booksCount,
    row.messagesCount,
    row.changesCount,
    row.versions && jsonText(row.versions),
    row.leaves,
    row.root,
    row.previousHash,
    row.hash,
    row.signature,
    row.writtenAt,
    ...(events.length > 0 ? [events.length, eventsParameter(events)] : []),
  ];
  const statement = events.length > 0 ? appendWithEvents : append;
  await (ends ? askLast(tx, statement, parameters) : tx.query(statement, parameters));
}
