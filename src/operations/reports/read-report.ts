import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { Institution } from '../../members/institution.ts';
import { costForecast } from '../../reports/cost-forecast.ts';
import { countedSpan, readDays } from '../../reports/daily-figures.ts';
import { dayFiguresSchema, sumOf, type CountedDay } from '../../reports/day-figures.ts';
import { operation } from '../operation.ts';

/** The lengths of time that a report may have, in days. */
export const reportLengths = [7, 28, 91, 364] as const;

export const reportInput = z.strictObject({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(366)
    .default(28)
    .describe('How many days, the last of them the newest that is counted.'),
  until: z.iso.date().optional().describe('The last day. By default the newest that is counted.'),
});

const countedSchema = z.object({ day: z.string(), figures: dayFiguresSchema });

const output = z.object({
  from: z.string(),
  to: z.string(),
  /** When figures were last counted; null: nothing is counted yet. */
  countedAt: z.string().nullable(),
  days: z.array(countedSchema),
  sums: dayFiguresSchema,
  /** The same length of time before; null where none of its days is counted. */
  before: dayFiguresSchema.nullable(),
  /** How many days of the time before are counted. */
  daysBefore: z.int(),
  forecast: z
    .object({ month: z.string(), soFar: z.number(), expected: z.number(), daysLeft: z.int() })
    .nullable()
    .describe('What the month of the last day will have cost, in millionths of a dollar.'),
  currency: z.string(),
});

export type Report = z.output<typeof output>;

/** Shows the figures of some days beside those of the time before. */
export const readReport = operation({
  id: 'readReport',
  summary: 'Shows volume, delivery, understanding, cost, signs of fraud and disputes by day',
  access: 'staff',
  permission: 'read_reports',
  input: reportInput,
  output,
  refusals: [],
  run: async ({ db, institution, world }, { days, until }) => {
    const span = await countedSpan(db, institution.id);
    const yesterday = world.clock
      .now()
      .toZonedDateTimeISO(institution.zone)
      .toPlainDate()
      .subtract({ days: 1 });
    const to = until === undefined ? (span?.last ?? yesterday) : Temporal.PlainDate.from(until);
    const from = to.subtract({ days: days - 1 });
    return {
      ...(await reportOf(db, institution, { from, to })),
      countedAt: span ? earlierOf(span.countedAt, world.clock.now()).toString() : null,
    };
  },
});

/** Reads the figures of a span of days and of the one before it. */
export async function reportOf(
  db: Queries,
  institution: Pick<Institution, 'id' | 'currency'>,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<Omit<Report, 'countedAt'>> {
  const length = from.until(to, { largestUnit: 'days' }).days + 1;
  const isBefore = ({ day }: CountedDay) => Temporal.PlainDate.compare(day, from) < 0;
  const earliest = from.subtract({ days: length });
  const monthStart = to.with({ day: 1 });
  const forecastStart = [earliest, monthStart, to.subtract({ weeks: 4 })].toSorted((a, b) =>
    Temporal.PlainDate.compare(a, b),
  )[0];
  const all = await readDays(db, institution.id, { from: forecastStart ?? earliest, to });
  const now = all.filter((one) => !isBefore(one));
  const before = all.filter(
    (one) => isBefore(one) && Temporal.PlainDate.compare(one.day, earliest) >= 0,
  );
  return {
    from: from.toString(),
    to: to.toString(),
    days: now.map(({ day, figures }) => ({ day: day.toString(), figures })),
    sums: sumOf(now.map(({ figures }) => figures)),
    before: before.length === 0 ? null : sumOf(before.map(({ figures }) => figures)),
    daysBefore: before.length,
    forecast: costForecast(all, to) ?? null,
    currency: institution.currency,
  };
}

/** The demonstration's made-up days are dated ahead, so that no count replaces them. */
function earlierOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
