import type { Queries, Transaction } from '../../database/database.ts';
import type { Posted, Refused } from '../adapter.ts';
import type { CoreRefusal } from '../core.ts';
import { orderColumns, storeBalance, type OrderRow } from './order-row.ts';

/** How an order ended. `books_away`: it was surely never posted, since it never reached the core. */
export type Ended = Posted | { readonly outcome: 'refused'; readonly reason: CoreRefusal };

/** The same by a person's word: they know the core's reference, and no balances. */
export type EndedByStaff = Exclude<Ended, Posted> | Omit<Posted, 'from' | 'to'>;

/** What is done in the transaction in which an order goes on: replies, usage, tasks. */
export interface OrderEvents {
  /** Taken before the order's own row, as everywhere: what a reply waits for. */
  lock(tx: Transaction, order: OrderRow): Promise<void>;
  /** The order has ended; once each. */
  ended(tx: Transaction, order: OrderRow, how: Ended | EndedByStaff): Promise<void>;
  /** The order is not confirmed for long; once each. */
  late(tx: Transaction, order: OrderRow): Promise<void>;
  /** The core said first this, then that, of an order that has ended. */
  contradicted(tx: Transaction, order: OrderRow, said: Posted | Refused): Promise<void>;
  /** After the commit. */
  queued(): void;
}

/** Ends an order that may still be open. @returns the order as it was; `undefined`: it had ended before */
export async function endOrder(
  tx: Queries,
  { institutionId, key }: Pick<OrderRow, 'institutionId' | 'key'>,
  { how, now }: { readonly how: Ended; readonly now: Temporal.Instant },
): Promise<OrderRow | undefined> {
  const [order] = await tx.query<OrderRow>(
    `select ${orderColumns} from core_orders where institution_id = $1 and key = $2 and ended_at is null for update`,
    [institutionId, key],
  );
  if (!order) return undefined;
  const isPosted = how.outcome === 'posted';
  await tx.query(
    `update core_orders set state = $3, reference = $4, balances = $5, refusal = $6, ended_at = $7,
        ended_on_server = clock_timestamp(), next_at = null, leased_until = null
      where institution_id = $1 and key = $2`,
    [
      institutionId,
      key,
      how.outcome,
      isPosted ? how.reference : null,
      isPosted ? { from: storeBalance(how.from), to: storeBalance(how.to) } : null,
      isPosted ? null : how.reason,
      now,
    ],
  );
  return order;
}

/** What a person found out at the core of an order whose outcome is unknown. */
export type Found =
  /** The core posted it, and calls the posting by this reference. */
  | { readonly state: 'posted'; readonly reference: string }
  /** It was not posted and never will be. */
  | { readonly state: 'abandoned' };

/**
 * Ends an order whose outcome is unknown by a person's word.
 * @returns the order as it is now; `undefined`: there is none whose outcome is unknown
 */
export async function endByStaff(
  tx: Queries,
  { institutionId, key }: Pick<OrderRow, 'institutionId' | 'key'>,
  given: {
    readonly found: Found;
    readonly by: string;
    readonly proof: string;
    readonly now: Temporal.Instant;
  },
): Promise<OrderRow | undefined> {
  const { found } = given;
  const [order] = await tx.query<OrderRow>(
    `update core_orders set state = $3, reference = $4, ended_by = $5, proof = $6, ended_at = $7,
        ended_on_server = clock_timestamp(), next_at = null, leased_until = null
      where institution_id = $1 and key = $2 and state = 'unknown'
      returning ${orderColumns}`,
    [
      institutionId,
      key,
      found.state,
      found.state === 'posted' ? found.reference : null,
      given.by,
      given.proof,
      given.now,
    ],
  );
  return order;
}
