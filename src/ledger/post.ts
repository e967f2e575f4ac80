import type { Database, Queries } from '../database/database.ts';
import { assert } from '../kernel/assert.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { batchOf } from '../audit/batch.ts';
import { lockHead } from '../audit/chain.ts';
import { loadBuckets, placed } from './buckets.ts';
import { contentOf } from './content.ts';
import { decide } from './decide.ts';
import { domainEventsOf } from './domain-events.ts';
import { type BooksRequest, openBooks } from './open-books.ts';
import type { Order } from './order.ts';
import type { Outcome } from './outcome.ts';
import { writeBooks } from './write-books.ts';

export interface PostOptions {
  readonly institutionId: number;
  readonly orders: readonly Order[];
  readonly world: World;
  /** Signs the batch in the audit chain. Absent: the batch is chained but not signed. */
  readonly keyring?: Keyring | undefined;
  /**
   * Set for imports: the events happened earlier and elsewhere, so no domain event reports them, and
   * only what is newer than a member's rule raises an alert.
   */
  readonly isHistory?: boolean;
}

/**
 * Executes a batch of orders in one transaction: all except refused ones, in the given order, each
 * seeing the earlier ones.
 * @returns an outcome for each order; a refusal is a value and does not affect the others
 * @throws Fault of the database; Bug if entries do not sum to zero
 */
export async function post(db: Database, options: PostOptions): Promise<Outcome[]> {
  return db.transaction(async (tx) => carryOut(tx, options, true));
}

/** The same inside a transaction that has more to do: its batch is appended to the chain before the commit. */
export async function postIn(tx: Queries, options: PostOptions): Promise<Outcome[]> {
  return carryOut(tx, options, false);
}

async function carryOut(tx: Queries, options: PostOptions, ends: boolean): Promise<Outcome[]> {
  const { institutionId, orders, world, keyring, isHistory = false } = options;
  const buckets = await loadBuckets(tx, institutionId);
  const inPlace = orders.map((order) => placed(order, buckets));
  const books = await openBooks(tx, { institutionId, world, ...needsOf(inPlace) });
  const outcomes = inPlace.map((order, index) =>
    decide(books, order, contentOf(orders[index] ?? order)),
  );
  const batch = batchOf(tx, { institutionId, world, keyring });
  const lock = ends ? async () => lockHead(tx, institutionId) : undefined;
  const written = await writeBooks(tx, books, batch.id, { behind: lock, isHistory });
  assert(outcomes.length === orders.length, 'each order has its outcome');
  if (!written) return outcomes;
  batch.add('books', written.leaves);
  if (!isHistory) batch.tell(domainEventsOf(books.decided));
  if (ends) await batch.append({ head: written.behind, ends });
  return outcomes;
}

function needsOf(orders: readonly Order[]): Omit<BooksRequest, 'institutionId' | 'world'> {
  const moving: string[] = [];
  const holdIds: string[] = [];
  const reversing: string[] = [];
  for (const order of orders) {
    if (order.order === 'transfer') moving.push(order.fromAccountId, order.toAccountId);
    else if (order.order === 'entries') moving.push(...order.entries.map((leg) => leg.accountId));
    else if (order.order === 'reversal') reversing.push(order.transactionId);
    else moving.push(order.accountId);
    if (order.order === 'capture_hold') moving.push(order.toAccountId);
    if ('holdId' in order) holdIds.push(order.holdId);
  }
  return { moving, holdIds, reversing, keys: orders.map(({ key }) => key) };
}
