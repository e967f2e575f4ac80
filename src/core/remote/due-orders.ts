import type { Database } from '../../database/database.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

/**
 * An order that this process has claimed, with its next step. `drop`: it is too late to send it.
 */
export interface DueOrder extends OrderRow {
  readonly step: 'send' | 'find' | 'drop';
}

/**
 * Claims due orders of all institutions with one statement. It commits an order as `sent` before
 * the call. After a crash the service looks for the order and never resends it blindly.
 * @param options.roomFor how many orders of that institution this process may take now
 */
export async function claimDue(
  db: Database,
  options: {
    readonly now: Temporal.Instant;
    readonly leaseSeconds: number;
    readonly roomFor: (institutionId: number) => number;
    /** Institutions for which there is no room now. */
    readonly full: readonly number[];
  },
): Promise<{ readonly due: readonly DueOrder[]; readonly isMore: boolean }> {
  const { now, roomFor } = options;
  return db.transaction(async (tx) => {
    const rows = await tx.query<OrderRow>(
      // Those of a core that hangs must not stand before all others.
      `select ${orderColumns} from core_orders
        where next_at <= $1 and (leased_until is null or leased_until <= $1) and institution_id <> all($2::int[])
        order by next_at, institution_id, key limit 200 for update skip locked`,
      [now, [...options.full]],
    );
    const due = [...Map.groupBy(rows, ({ institutionId }) => institutionId)].flatMap(
      ([institutionId, own]) =>
        own
          .slice(0, roomFor(institutionId))
          .map((row): DueOrder => ({ ...row, step: stepOf(row, now) })),
    );
    const isMore = due.length < rows.length;
    if (due.length === 0) return { due, isMore };
    const sending = (row: DueOrder) => row.step === 'send';
    const keysOf = (orders: readonly DueOrder[]) => [
      orders.map(({ institutionId }) => institutionId),
      orders.map(({ key }) => key),
    ];
    await tx.query(
      `update core_orders o set leased_until = $3
        from unnest($1::int[], $2::text[]) as k (institution_id, key)
        where o.institution_id = k.institution_id and o.key = k.key`,
      [...keysOf(due), now.add({ seconds: options.leaseSeconds })],
    );
    const sent = due.filter(sending);
    // Apart from the lease: this is in the record, and a look for an order is not.
    if (sent.length > 0)
      await tx.query(
        `update core_orders o set state = 'sent', sent_at = $3, sends = o.sends + 1
          from unnest($1::int[], $2::text[]) as k (institution_id, key)
          where o.institution_id = k.institution_id and o.key = k.key`,
        [...keysOf(sent), now],
      );
    return {
      isMore,
      due: due.map((row) =>
        sending(row) ? { ...row, state: 'sent', sentAt: now, sends: row.sends + 1 } : row,
      ),
    };
  });
}

/** `sent` without a lease: the process that sent it died, and the answer was lost. */
function stepOf({ state, deadline }: OrderRow, now: Temporal.Instant): DueOrder['step'] {
  if (state !== 'asked') return 'find';
  return Temporal.Instant.compare(now, deadline) < 0 ? 'send' : 'drop';
}
