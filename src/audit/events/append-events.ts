import type { Parameter, Queries } from '../../database/database.ts';
import { jsonText } from '../../database/parameters.ts';
import type { World } from '../../kernel/world.ts';
import { eventVersions, type DomainEvent } from '../../kernel/vocabulary/domain-event.ts';
import { genesis } from '../chain-row.ts';

/**
 * Returns the SQL source of events for an insert: one row each, in order, from one parameter.
 * @param at such as `$4`
 */
export const eventRows = (at: string): string =>
  `jsonb_array_elements(${at}::jsonb) with ordinality as e (event, position)`;

/** The columns kind, version and data of each row of `eventRows`. */
export const eventColumns = `e.event->>'kind', (e.event->>'version')::smallint, e.event->'data'`;

/** Encodes events as the parameter that `eventRows` reads. */
export function eventsParameter(events: readonly DomainEvent[]): Parameter {
  return jsonText(
    events.map(({ kind, ...data }) => ({ kind, version: eventVersions[kind], data })),
  );
}

const append = `with head as (
    insert into chain_heads (institution_id, number, hash, events) values ($1, 0, $2, $3)
      on conflict (institution_id) do update set events = chain_heads.events + excluded.events
      returning events
  )
  insert into domain_events (institution_id, number, kind, version, data, happened_at)
  select $1, head.events - $3 + e.position, ${eventColumns}, $5 from head, ${eventRows('$4')}`;

/**
 * Writes events in the transaction that decided them: they are there once it commits, and never where it was undone. One statement,
 * and the last that locks anything: it holds the institution's chain head until the commit. A batch takes its
 * events instead.
 */
export async function appendEvents(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  institutionId: number,
  events: readonly DomainEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(append, [
    institutionId,
    genesis,
    events.length,
    eventsParameter(events),
    clock.now(),
  ]);
}
