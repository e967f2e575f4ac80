import type { Database, Queries } from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import type { DomainEventKind } from '../../kernel/vocabulary/domain-event.ts';
import type { World } from '../../kernel/world.ts';
import type { Consumer, StoredEvent } from './consumer.ts';

/** The most events that a consumer gets in one call. */
const atOnce = 200;

/**
 * After this time another process takes over from a reader that died. It is measured by the
 * database's clock, which all processes share.
 */
const leaseSeconds = 60;

/**
 * Gives a consumer an institution's unread events in order, until there are none. Only one process
 * at a time reads for a consumer at an institution. If the consumer fails, its cursor stays and it
 * gets the same events next time.
 * @returns how many events the consumer handled; also 0 if another process reads for it
 */
export async function consumeEvents<Kind extends DomainEventKind>(
  { db, world }: { readonly db: Database; readonly world: Pick<World, 'ids'> },
  consumer: Consumer<Kind>,
  institutionId: number,
): Promise<number> {
  const place: Place = { institutionId, consumer: consumer.name, lease: world.ids.next() };
  let count = 0;
  const from = await takeLease(db, place);
  if (from === undefined) return 0;
  let read: bigint = from;
  try {
    for (;;) {
      const events: StoredEvent<Kind>[] = await unread<Kind>(db, institutionId, {
        kinds: consumer.kinds,
        after: read,
      });
      const last = events.at(-1);
      if (!last) return count;
      await db.transaction(async (tx) => {
        await advanceCursor(tx, place, last.number);
        await consumer.handle(tx, institutionId, events);
      });
      read = last.number;
      count += events.length;
    }
  } finally {
    await db.query(
      `update event_cursors set lease = null, leased_until = null
        where institution_id = $1 and consumer = $2 and lease = $3`,
      [institutionId, place.consumer, place.lease],
    );
  }
}

interface Place {
  readonly institutionId: number;
  readonly consumer: string;
  readonly lease: string;
}

/** @returns how far the consumer has read; `undefined` if another process reads for it */
async function takeLease(
  q: Queries,
  { institutionId, consumer, lease }: Place,
): Promise<bigint | undefined> {
  const [row] = await q.query<{ number: bigint }>(
    `insert into event_cursors (institution_id, consumer, lease, leased_until)
      values ($1, $2, $3, clock_timestamp() + interval '${leaseSeconds} seconds')
      on conflict (institution_id, consumer) do update set lease = excluded.lease, leased_until = excluded.leased_until
        where event_cursors.lease is null or event_cursors.leased_until < clock_timestamp()
      returning number`,
    [institutionId, consumer, lease],
  );
  return row?.number;
}

async function unread<Kind extends DomainEventKind>(
  q: Queries,
  institutionId: number,
  { kinds, after }: { readonly kinds: readonly Kind[]; readonly after: bigint },
): Promise<StoredEvent<Kind>[]> {
  const rows = await q.query<{
    number: bigint;
    kind: string;
    version: number;
    data: object;
    happenedAt: Temporal.Instant;
  }>(
    `select number, kind, version, data, happened_at as "happenedAt" from domain_events
      where institution_id = $1 and number > $2 and kind = any($3::text[]) order by number limit ${atOnce}`,
    [institutionId, after, kinds],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `append-events.ts` wrote them with this type
  return rows.map(({ data, ...row }) => ({ ...row, ...data })) as unknown as StoredEvent<Kind>[];
}

/** @throws Fault `lease_lost`, retryable: the consumer took so long that another process reads for it */
async function advanceCursor(
  tx: Queries,
  { institutionId, consumer, lease }: Place,
  to: bigint,
): Promise<void> {
  const moved = await tx.query(
    `update event_cursors set number = $4, leased_until = clock_timestamp() + interval '${leaseSeconds} seconds'
      where institution_id = $1 and consumer = $2 and lease = $3 returning 1`,
    [institutionId, consumer, lease, to],
  );
  if (moved.length > 0) return;
  const message = `Another process reads events for ${consumer}`;
  throw new Fault({ code: 'lease_lost', message, retryable: true });
}
