import type { Queries, Transaction } from '../../database/database.ts';
import type { Posted, Refused } from '../adapter.ts';
import type { CoreRefusal } from '../core.ts';
import { orderColumns, storeBalance, type OrderRow } from './order-row.ts';

/** How an order ended. `books_away`: it never reached the core, so it was certainly not posted. */
export type Ended = Posted | { readonly outcome: 'refused'; readonly reason: CoreRefusal };

/** How staff end an order: they know the core's reference, and no balances. */
export type EndedByStaff = Exclude<Ended, Posted> | Omit<Posted, 'from' | 'to'>;

/** Hooks that run in the transaction that changes an order: replies, usage, tasks. */
export interface OrderEvents {
  /** Takes the locks that a reply needs. They come before the order's own row, as everywhere. */
  lock(tx: Transaction, order: OrderRow): Promise<void>;
  /** Called once, when the order ends. */
  ended(tx: Transaction, order: OrderRow, how: Ended | EndedByStaff): Promise<void>;
  /** Called once, when the order has been unconfirmed for long. */
  late(tx: Transaction, order: OrderRow): Promise<void>;
  /** The core gave a second, different answer for an order that has ended. */
  contradicted(tx: Transaction, order: OrderRow, answer: Posted | Refused): Promise<void>;
  /** After the commit. */
  queued(): void;
}

/**
 * Ends an order that may still be open.
 * @returns the order as it was; `undefined`: it had ended before
 */
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

/** The finding of staff about an order with an unknown outcome. */
export type Found =
  /** The core posted it, and calls the posting by this reference. */
  | { readonly state: 'posted'; readonly reference: string }
  /** It was not posted and never will be. */
  | { readonly state: 'abandoned' };

/**
 * Ends an order with an unknown outcome on a staff decision.
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
