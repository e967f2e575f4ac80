import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { countDay } from './count-day.ts';
import { storeDay } from './daily-figures.ts';

/** A day is counted again this many days after its end: receipts and their costs come late. */
const settleDays = 3;

/** The most days before today that are counted. */
const backMost = 400;

type Place = Pick<Institution, 'id' | 'zone' | 'settings' | 'currency'>;

/** The institutions with messages, and with days that ended and aren’t counted, or are to be counted again. */
export async function institutionsToCount(
  q: Queries,
  institutions: readonly Pick<Institution, 'id' | 'zone'>[],
  now: Temporal.Instant,
): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[], $2::date[], $3::timestamptz[]) as k (id, yesterday, midnight)
      where exists (select 1 from message_words w where w.institution_id = k.id)
        and not exists (select 1 from daily_figures d
          where d.institution_id = k.id and d.day = k.yesterday and d.counted_at >= k.midnight)`,
    [
      institutions.map(({ id }) => id),
      institutions.map(({ zone }) => yesterdayOf(zone, now).toString()),
      institutions.map(({ zone }) => midnightOf(zone, now).toString()),
    ],
  );
  return rows.map(({ id }) => id);
}

/**
 * Counts each day that has ended and isn’t counted yet, oldest first, and the last days once more
 * each day. It may run twice, and in two processes: a day’s figures replace each other.
 * @returns how many days were counted
 */
export async function countDueDays(
  db: Queries,
  { world, institution }: { readonly world: World; readonly institution: Place },
): Promise<number> {
  const now = world.clock.now();
  const { zone, id } = institution;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = await dueDays(db, { institution, now, today });
  for (const day of days) {
    const figures = await countDay(db, institution, { day, today });
    await storeDay(db, id, { day, figures, countedAt: now });
  }
  return days.length;
}

/** Yesterday comes last: as long as it isn’t counted, the job is due. */
async function dueDays(
  db: Queries,
  given: {
    readonly institution: Place;
    readonly now: Temporal.Instant;
    readonly today: Temporal.PlainDate;
  },
): Promise<Temporal.PlainDate[]> {
  const { institution, now, today } = given;
  const { id, zone } = institution;
  const yesterday = today.subtract({ days: 1 });
  const earliest = today.subtract({ days: backMost });
  const first = await firstDay(db, institution);
  const since = first && Temporal.PlainDate.compare(first, earliest) > 0 ? first : earliest;
  const from = first ? since : yesterday;
  const counted = await db.query<{ day: Temporal.PlainDate; at: Temporal.Instant }>(
    'select day, counted_at as at from daily_figures where institution_id = $1 and day >= $2',
    [id, from],
  );
  const countedAt = new Map(counted.map(({ day, at }) => [day.toString(), at]));
  const midnight = midnightOf(zone, now);
  const due: Temporal.PlainDate[] = [];
  for (
    let day = from;
    Temporal.PlainDate.compare(day, yesterday) <= 0;
    day = day.add({ days: 1 })
  ) {
    const at = countedAt.get(day.toString());
    const settled = day
      .add({ days: settleDays + 1 })
      .toZonedDateTime(zone)
      .toInstant();
    const isLate = at && Temporal.Instant.compare(at, settled) >= 0;
    const isOfToday = at && Temporal.Instant.compare(at, midnight) >= 0;
    if (!at || !(isLate || isOfToday)) due.push(day);
  }
  return due;
}

/** The day of the first message, or of the first day counted: nothing happened before. */
async function firstDay(db: Queries, { id, zone }: Place): Promise<Temporal.PlainDate | undefined> {
  const [row] = await db.query<{ at: Temporal.Instant | null; day: Temporal.PlainDate | null }>(
    `select (select at from message_words where institution_id = $1 order by at limit 1) as at,
        (select day from daily_figures where institution_id = $1 order by day limit 1) as day`,
    [id],
  );
  const said = row?.at?.toZonedDateTimeISO(zone).toPlainDate();
  const known = row?.day ?? undefined;
  if (!said || !known) return said ?? known;
  return Temporal.PlainDate.compare(said, known) < 0 ? said : known;
}

function midnightOf(zone: string, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).startOfDay().toInstant();
}

function yesterdayOf(zone: string, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
}
