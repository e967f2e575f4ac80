import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';

/** What a check of the record found. */
export const foundSchema = z.object({
  accounts: z.int(),
  entries: z.int(),
  holds: z.int(),
  batches: z.int(),
  /** Rows of recorded tables. */
  rows: z.int(),
  /** The newest row of the chain, as `NUMBER:HASH`; null before the first. */
  head: z.string().nullable(),
  signatures: z.object({ good: z.int(), unsigned: z.int(), unknown: z.int() }),
  differences: z.array(z.object({ where: z.string(), what: z.string() })),
});

export type RecordFound = z.output<typeof foundSchema>;

/** A check of the record, ended or not. */
export interface RecordCheck {
  readonly id: string;
  /** `null`: the schedule. */
  readonly askedBy: string | null;
  readonly askedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly found: RecordFound | null;
}

/** How old the newest check gets before the schedule asks for another. */
const everyHours = 24 * 7;

/**
 * Asks for a check. A job runs it within a minute.
 * @returns whether none was waiting
 */
export async function askCheck(
  q: Queries,
  world: World,
  given: { readonly institutionId: number; readonly by: string | null },
): Promise<boolean> {
  const rows = await q.query(
    `insert into record_checks (institution_id, id, asked_by, asked_at) values ($1, $2, $3, $4)
      on conflict (institution_id) where ended_at is null do nothing returning id`,
    [given.institutionId, world.ids.next(), given.by, world.clock.now()],
  );
  return rows.length > 0;
}

/** Asks for the checks that the schedule wants. */
export async function askDueChecks(
  q: Queries,
  world: World,
  institutionIds: readonly number[],
): Promise<void> {
  const since = world.clock.now().subtract({ hours: everyHours }).add({ minutes: 60 });
  const due = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id)
      join chain_heads h on h.institution_id = k.id
      where not exists (select 1 from record_checks c where c.institution_id = k.id and c.asked_at > $2)`,
    [institutionIds, since],
  );
  for (const { id } of due) await askCheck(q, world, { institutionId: id, by: null });
}

/** The institutions with a check that waits. */
export async function institutionsWithChecks(
  q: Queries,
  institutionIds: readonly number[],
): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select institution_id as id from record_checks where institution_id = any($1::int[]) and ended_at is null`,
    [institutionIds],
  );
  return rows.map(({ id }) => id);
}

/** The check that waits, if there is one. */
export async function waitingCheck(q: Queries, institutionId: number): Promise<string | undefined> {
  const [row] = await q.query<{ id: string }>(
    'select id from record_checks where institution_id = $1 and ended_at is null',
    [institutionId],
  );
  return row?.id;
}

/** Keeps what a check found. Of two processes that ran it, the first one’s counts. */
export async function endCheck(
  q: Queries,
  institutionId: number,
  given: { readonly id: string; readonly at: Temporal.Instant; readonly found: RecordFound },
): Promise<boolean> {
  const rows = await q.query(
    `update record_checks set ended_at = $3, found = $4::jsonb
      where institution_id = $1 and id = $2 and ended_at is null returning id`,
    [institutionId, given.id, given.at, given.found],
  );
  return rows.length > 0;
}

/** The last checks, the newest first. */
export async function listChecks(
  q: Queries,
  institutionId: number,
  count: number,
): Promise<RecordCheck[]> {
  const rows = await q.query<Omit<RecordCheck, 'found'> & { readonly found: unknown }>(
    `select id, asked_by as "askedBy", asked_at as "askedAt", ended_at as "endedAt", found from record_checks
      where institution_id = $1 order by id desc limit $2`,
    [institutionId, count],
  );
  return rows.map(({ found, ...row }) => ({
    ...row,
    found: found === null ? null : foundSchema.parse(found),
  }));
}
