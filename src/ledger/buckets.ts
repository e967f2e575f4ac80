import { hash } from 'node:crypto';
import type { Queries } from '../database/database.ts';
import type { Order } from './order.ts';

/**
 * The buckets of internal accounts that have several, by the account that orders name. That account
 * is the first.
 */
export type Buckets = ReadonlyMap<string, readonly string[]>;

/** Loads the internal accounts that have more than one bucket. */
export async function loadBuckets(q: Queries, institutionId: number): Promise<Buckets> {
  const rows = await q.query<{ mainId: string; id: string }>(
    `select m.id as "mainId", b.id from accounts b
      join accounts m on m.institution_id = $1 and m.kind = b.kind and m.currency = b.currency and m.internal and m.bucket = 0
      where b.institution_id = $1 and b.bucket > 0
      order by b.bucket`,
    [institutionId],
  );
  const found = new Map<string, string[]>();
  for (const { mainId, id } of rows) {
    const ids = found.get(mainId) ?? [mainId];
    found.set(mainId, [...ids, id]);
  }
  return found;
}

/**
 * Replaces each internal account of an order by the bucket for its key. The content hash still
 * covers the original order, so a repeated order is recognized after the number of buckets grew.
 */
export function placed(order: Order, buckets: Buckets): Order {
  if (buckets.size === 0) return order;
  const place = (accountId: string): string => {
    const ids = buckets.get(accountId);
    return ids?.[bucketOf(order.key, ids.length)] ?? accountId;
  };
  switch (order.order) {
    case 'transfer':
      return {
        ...order,
        fromAccountId: place(order.fromAccountId),
        toAccountId: place(order.toAccountId),
      };
    case 'entries':
      return {
        ...order,
        entries: order.entries.map((leg) => ({ ...leg, accountId: place(leg.accountId) })),
      };
    case 'capture_hold':
      return { ...order, toAccountId: place(order.toAccountId) };
    // A reversal uses the buckets of its original. The others concern one account and post nothing.
    case 'reversal':
    case 'place_hold':
    case 'release_hold':
    case 'expire_hold':
    case 'open_account':
    case 'set_overdraft_limit':
    case 'close_account':
      return order;
    default:
      return order satisfies never;
  }
}

/** Returns the bucket for a transaction with this key. */
export function bucketOf(key: string, count: number): number {
  return count < 2 ? 0 : hash('sha256', key, 'buffer').readUInt32BE(0) % count;
}
