import { hash } from 'node:crypto';
import type { Queries } from '../../database/database.ts';
import type { Movement, SnapshotSince, TransferOrder } from '../core.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

/** An order not sent by then is never sent: the member may no longer want it. */
const sendWithin = { minutes: 10 };

/**
 * Hashes the content that must match between two orders with one key (SHA-256). The day and the
 * descriptions don't count.
 */
export function contentOf({ fromAccountId, toAccountId, amount }: Movement): Buffer {
  const content = JSON.stringify(['core order 1', fromAccountId, toAccountId, amount.toString()]);
  return hash('sha256', content, 'buffer');
}

/** Locks accounts of a remote core, in order of id, until the transaction ends. */
export async function lockAccounts(
  tx: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  const sorted = [...new Set(accountIds)].sort();
  await tx.query(
    `insert into core_accounts (institution_id, account_id) select $1, * from unnest($2::uuid[])
      on conflict do nothing`,
    [institutionId, sorted],
  );
  await tx.query(
    `select 1 from core_accounts where institution_id = $1 and account_id = any($2::uuid[])
      order by account_id for update`,
    [institutionId, sorted],
  );
}

/**
 * Reads orders that a snapshot of this moment may miss: those that may still be posted, and those
 * posted since.
 * @param accountIds source accounts
 */
export async function ordersHeld(
  q: Queries,
  institutionId: number,
  { accountIds, since }: { readonly accountIds: readonly string[]; readonly since: SnapshotSince },
): Promise<OrderRow[]> {
  if (accountIds.length === 0) return [];
  return q.query<OrderRow>(
    `select ${orderColumns} from core_orders
      where institution_id = $1 and from_account_id = any($2::uuid[])
        and (ended_at is null or (state = 'posted' and (ended_on_server > $3 or ended_at > $4)))
      order by asked_at, key`,
    [institutionId, accountIds, since.asked, since.stale ?? null],
  );
}

/** Tells of each transfer, in order, whether an order since then may move the same, or did. The core may not show it yet. */
export async function ordersLike(
  q: Queries,
  institutionId: number,
  {
    movements,
    since,
  }: { readonly movements: readonly Movement[]; readonly since: Temporal.Instant },
): Promise<boolean[]> {
  const rows = await q.query<{ place: number }>(
    `select r.place::int as place
      from unnest($2::uuid[], $3::uuid[], $4::bigint[]) with ordinality as r (from_id, to_id, amount, place)
      where exists (
        select 1 from core_orders o
        where o.institution_id = $1 and o.from_account_id = r.from_id and o.to_account_id = r.to_id and o.amount = r.amount
          and o.asked_at >= $5 and o.state not in ('refused', 'abandoned'))`,
    [
      institutionId,
      movements.map(({ fromAccountId }) => fromAccountId),
      movements.map(({ toAccountId }) => toAccountId),
      movements.map(({ amount }) => amount),
      since,
    ],
  );
  const found = new Set(rows.map(({ place }) => place));
  return movements.map((_, index) => found.has(index + 1));
}

/** Reads the orders with these keys, in any state. */
export async function ordersOfKeys(
  q: Queries,
  institutionId: number,
  keys: readonly string[],
): Promise<OrderRow[]> {
  if (keys.length === 0) return [];
  return q.query<OrderRow>(
    `select ${orderColumns} from core_orders where institution_id = $1 and key = any($2::text[])`,
    [institutionId, keys],
  );
}

/** Inserts orders to send after the commit. */
export async function insertOrders(
  tx: Queries,
  institutionId: number,
  { orders, now }: { readonly orders: readonly TransferOrder[]; readonly now: Temporal.Instant },
): Promise<void> {
  if (orders.length === 0) return;
  await tx.query(
    `insert into core_orders (institution_id, key, state, content, from_account_id, to_account_id, amount, effective_on,
        from_description, to_description, member_id, address_id, asked_at, deadline, next_at)
      select $1, n.key, 'asked', n.content, n.source, n.target, n.amount, n.day, n.from_text, n.to_text, n.member, n.address,
        $2, $3, $2
      from unnest($4::text[], $5::bytea[], $6::uuid[], $7::uuid[], $8::bigint[], $9::date[], $10::text[], $11::text[],
        $12::uuid[], $13::uuid[]) as n (key, content, source, target, amount, day, from_text, to_text, member, address)`,
    [
      institutionId,
      now,
      now.add(sendWithin),
      orders.map(({ key }) => key),
      orders.map(contentOf),
      orders.map(({ fromAccountId }) => fromAccountId),
      orders.map(({ toAccountId }) => toAccountId),
      orders.map(({ amount }) => amount),
      orders.map(({ effectiveOn }) => effectiveOn),
      orders.map(({ fromDescription }) => fromDescription),
      orders.map(({ toDescription }) => toDescription),
      orders.map(({ asker }) => asker.memberId),
      orders.map(({ asker }) => asker.addressId ?? null),
    ],
  );
}

/** Lists open orders, oldest first. */
export async function listOpenOrders(q: Queries, institutionId: number): Promise<OrderRow[]> {
  return q.query<OrderRow>(
    `select ${orderColumns} from core_orders where institution_id = $1 and ended_at is null
      order by asked_at, key limit 1000`,
    [institutionId],
  );
}
