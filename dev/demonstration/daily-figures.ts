import type { Queries } from '../../src/database/database.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Institution } from '../../src/members/institution.ts';
import { countedSpan, storeDay } from '../../src/reports/daily-figures.ts';
import { dayFiguresSchema, type DayFigures } from '../../src/reports/day-figures.ts';

/** How many days before the first start have figures. */
const days = 92;

/** A count of those days is never replaced by one of the real messages, of which there are none. */
const settled = { days: 5 } as const;

/** Gives the demonstration three months of daily figures at its first start, so that reports have something to show. */
export async function ensureDemoFigures(
  db: Queries,
  { world, institution }: { readonly world: World; readonly institution: Institution },
): Promise<void> {
  if (await countedSpan(db, institution.id)) return;
  const { zone } = institution;
  const today = world.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  for (let ago = days; ago >= 1; ago -= 1) {
    const day = today.subtract({ days: ago });
    const countedAt = day.add(settled).toZonedDateTime(zone).toInstant();
    await storeDay(db, institution.id, { day, figures: madeUp(day, ago), countedAt });
  }
}

/** A plausible day: fewer messages on weekends, more on paydays, slowly more over time. */
function madeUp(day: Temporal.PlainDate, ago: number): DayFigures {
  const random = seededRandom(`figures ${day.toString()}`);
  const [byte = 0, other = 0, third = 0, fourth = 0] = random.bytes(4);
  const isWeekend = day.dayOfWeek > 5;
  const isPayday = day.day === 1 || day.day === 15;
  const base = (isWeekend ? 70 : 140) + (isPayday ? 90 : 0) + (days - ago) * 0.6;
  const received = Math.round(base + (byte / 255) * 40);
  const part = (share: number) => Math.round(received * share);
  const sms = part(0.35);
  const x = received - sms;
  const failed = other < 40 ? 2 : 0;
  const answered = part(0.96);
  const deadlines = third < 30 ? 1 : 0;
  return dayFiguresSchema.parse({
    received: { x, sms },
    sent: { x, sms: sms + 3 },
    people: part(0.4),
    intents: {
      balance: part(0.46),
      history: part(0.18),
      transfer: part(0.14),
      afford: part(0.06),
      help: part(0.03),
      unknown: part(0.04),
    },
    guessed: part(0.11),
    refusals: {
      insufficient_funds: part(0.012),
      daily_limit_exceeded: part(0.005),
      share_not_found: part(0.008),
    },
    delivery: { delivered: received - failed, sent: 3, failed },
    answered,
    within5: Math.round(answered * 0.94),
    within30: Math.round(answered * 0.99),
    transfers: part(0.13),
    moved: part(0.13) * (4_000 + byte * 20),
    cost: { x: x * 15_000, sms: (sms + 3) * 11_000 },
    segments: received + 3,
    memberLocks: fourth < 20 ? 1 : 0,
    doubts: other > 240 ? { unfollowed: 1 } : {},
    refusedSignIns: third % 4,
    strangers: fourth % 5,
    possibleErrors: byte < 12 ? 1 : 0,
    disputesOpened: other > 235 ? 1 : 0,
    disputesClosed: third > 240 ? 1 : 0,
    disputesOpen: 1,
    deadlines,
    deadlinesMet: deadlines,
  });
}
