import type { Problem } from '../audit/verify-record.ts';
import { orderColumns, type OrderRow } from '../core/remote/order-row.ts';
import { contentOf } from '../core/remote/order-store.ts';
import type { Queries } from '../database/database.ts';

/** What `verify` reads of an order: the way it ended too, and what our own books have under its key. */
interface StoredOrder extends OrderRow {
  readonly nextAt: Temporal.Instant | null;
  readonly leasedUntil: Temporal.Instant | null;
  readonly endedOnServer: Temporal.Instant | null;
  readonly proof: string | null;
  readonly isOwn: boolean;
  readonly booked: 'none' | 'same' | 'other';
}

const pageSize = 500;

/** More than this would not be read. */
const problemsMax = 50;

/**
 * Looks through an institution's orders to cores: whether each has the content that its hash was made of, is in a state that agrees with
 * the rest of its row, and agrees with our own books where they keep its accounts.
 */
export async function orderProblems(q: Queries, institutionId: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  let after = '';
  while (problems.length < problemsMax) {
    const page = await readPage(q, institutionId, after);
    for (const order of page) {
      const found = [...contentProblems(order), ...stateProblems(order), ...bookProblems(order)];
      problems.push(...found.map((what) => ({ where: `order ${order.key}`, what })));
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.key;
  }
  return problems.slice(0, problemsMax);
}

function contentProblems(order: StoredOrder): string[] {
  return Buffer.from(order.content).equals(contentOf(order))
    ? []
    : ['its hash is not of its accounts and amount'];
}

/** What a row of each state has, and has not. */
function stateProblems(order: StoredOrder): string[] {
  const { state } = order;
  const isOpen = state === 'asked' || state === 'sent' || state === 'unknown';
  const byStaff = order.endedBy !== null;
  const rules: readonly (readonly [must: boolean, has: boolean, what: string])[] = [
    [!isOpen, order.endedAt !== null, 'a time at which it ended'],
    [!isOpen, order.endedOnServer !== null, 'the database’s time at which it ended'],
    [isOpen, order.nextAt !== null, 'a next step'],
    [state === 'posted', order.reference !== null, 'a reference of the core'],
    [state === 'posted' && !byStaff, order.balances !== null, 'balances that the core told'],
    [state === 'refused', order.refusal !== null, 'a reason of a refusal'],
    [byStaff, order.proof !== null, 'a proof'],
  ];
  return [
    ...rules.flatMap(([must, has, what]) => {
      if (must === has) return [];
      return [has ? `it is ${state}, but has ${what}` : `it is ${state}, but lacks ${what}`];
    }),
    ...(state === 'abandoned' && !byStaff ? ['it is abandoned, but by nobody'] : []),
    ...(byStaff && state !== 'abandoned' && state !== 'posted'
      ? [`it is ${state}, but staff ended it`]
      : []),
    ...(wasSent(state) && (order.sentAt === null || order.sends < 1)
      ? [`it is ${state}, but was never sent`]
      : []),
    ...(!isOpen && order.leasedUntil !== null ? ['it has ended, but a process works on it'] : []),
    ...(isBefore(order.deadline, order.askedAt) ? ['its deadline is before it was asked'] : []),
  ];
}

/** A refused order may have been dropped before it was sent. */
function wasSent(state: OrderRow['state']): boolean {
  return state !== 'asked' && state !== 'refused';
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

function bookProblems({ state, isOwn, booked }: StoredOrder): string[] {
  if (booked === 'other') return ['our books have its key for another transfer'];
  if (booked === 'same' && state !== 'posted')
    return [`it is ${state}, but our books have its transaction`];
  return booked === 'none' && isOwn && state === 'posted'
    ? ['it is posted, but our books have no transaction of its key']
    : [];
}

/**
 * An order is our books' own where the institution names no other core, and its account stood in our books before the member asked: one
 * that was imported later has its past in a balance brought forward.
 */
async function readPage(q: Queries, institutionId: number, after: string): Promise<StoredOrder[]> {
  return q.query<StoredOrder>(
    `select ${orderColumns}, next_at as "nextAt", leased_until as "leasedUntil", ended_on_server as "endedOnServer", proof,
        (select i.settings->>'core' is null from institutions i where i.id = o.institution_id) and exists (
          select 1 from account_events e
            join chain c on c.institution_id = e.institution_id and c.batch_id = e.batch_id
          where e.institution_id = o.institution_id and e.account_id = o.from_account_id and e.event = 'opened'
            and c.written_at <= o.asked_at) as "isOwn",
        case when t.id is null then 'none'
          when exists (select 1 from entries f
              join entries g on g.institution_id = f.institution_id and g.batch_id = f.batch_id and g.transaction_id = f.transaction_id
            where f.institution_id = o.institution_id and f.batch_id = t.batch_id and f.transaction_id = t.id and f.account_id = o.from_account_id
              and g.account_id = o.to_account_id and abs(f.amount) = o.amount and abs(g.amount) = o.amount) then 'same'
          else 'other' end as booked
      from core_orders o
      left join lateral (select b.id, b.batch_id from transactions b where b.institution_id = o.institution_id and b.key = o.key) t on true
      where o.institution_id = $1 and o.key > $2 order by o.key limit ${pageSize}`,
    [institutionId, after],
  );
}
