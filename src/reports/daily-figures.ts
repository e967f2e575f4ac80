import type { Queries } from '../database/database.ts';
import { dayFiguresSchema, type CountedDay, type DayFigures } from './day-figures.ts';

/** Keeps the figures of a day. Counted again, it replaces them. */
export async function storeDay(
  q: Queries,
  institutionId: number,
  given: {
    readonly day: Temporal.PlainDate;
    readonly figures: DayFigures;
    readonly countedAt: Temporal.Instant;
  },
): Promise<void> {
  await q.query(
    `insert into daily_figures as d (institution_id, day, figures, counted_at) values ($1, $2, $3::jsonb, $4)
      on conflict (institution_id, day) do update set figures = excluded.figures, counted_at = excluded.counted_at
        where d.counted_at <= excluded.counted_at`,
    [institutionId, given.day, given.figures, given.countedAt],
  );
}

/** Reads the counted days from one day to another, both included. */
export async function readDays(
  q: Queries,
  institutionId: number,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<CountedDay[]> {
  const rows = await q.query<{ day: Temporal.PlainDate; figures: unknown }>(
    `select day, figures from daily_figures where institution_id = $1 and day between $2 and $3 order by day`,
    [institutionId, from, to],
  );
  return rows.map(({ day, figures }) => ({ day, figures: dayFiguresSchema.parse(figures) }));
}

/** The newest and the oldest counted day, and when the newest was counted. */
export async function countedSpan(
  q: Queries,
  institutionId: number,
): Promise<
  | {
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly countedAt: Temporal.Instant;
    }
  | undefined
> {
  const [row] = await q.query<{
    first: Temporal.PlainDate;
    last: Temporal.PlainDate;
    countedAt: Temporal.Instant;
  }>(
    `select min(day) as first, max(day) as last, max(counted_at) as "countedAt" from daily_figures
      where institution_id = $1 having count(*) > 0`,
    [institutionId],
  );
  return row;
}
