import type { Queries } from '../../src/database/database.ts';

/** An event as stored. */
export interface EventRow {
  readonly number: bigint;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly chainNumber: bigint | null;
}

/** Reads the domain events of an institution in order. @param after only those after this number */
export async function eventsOf(
  q: Queries,
  institutionId: number,
  after: bigint = 0n,
): Promise<EventRow[]> {
  return q.query<EventRow>(
    `select number, kind, data, chain_number as "chainNumber" from domain_events
      where institution_id = $1 and number > $2 order by number`,
    [institutionId, after],
  );
}
