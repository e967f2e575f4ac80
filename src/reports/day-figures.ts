import { z } from 'zod';

const count = z.int().nonnegative().default(0);
/** Counts by name, such as by channel. */
const counts = z.record(z.string(), z.int().nonnegative()).default({});

/** What happened on one day. Fields that an older count lacks are zero. */
export const dayFiguresSchema = z.object({
  /** Messages from members and strangers, by channel. */
  received: counts,
  /** Messages to them, by channel. */
  sent: counts,
  /** Members who wrote. */
  people: count,
  /** Members’ messages by what they wanted; `unknown` was not understood. */
  intents: counts,
  /** Members’ messages that a guess read. */
  guessed: count,
  /** Members’ messages by refusal. */
  refusals: counts,
  /** Messages to members by how far they got. */
  delivery: counts,
  /** Replies, and those that left within so many seconds. */
  answered: count,
  within5: count,
  within30: count,
  /** Transfers, and what they moved in minor units of the institution’s currency. */
  transfers: count,
  moved: count,
  /** What sending cost, in millionths of a dollar, by channel. */
  cost: counts,
  segments: count,
  /** Signs of fraud. */
  memberLocks: count,
  doubts: counts,
  refusedSignIns: count,
  strangers: count,
  suspended: count,
  possibleErrors: count,
  /** Disputes, and the deadlines that fell on this day. */
  disputesOpened: count,
  disputesClosed: count,
  disputesOpen: count,
  deadlines: count,
  deadlinesMet: count,
  /** Of those: still running when it was counted, though past. */
  deadlinesMissed: count,
});

export type DayFigures = z.output<typeof dayFiguresSchema>;

/** A day with its figures. */
export interface CountedDay {
  readonly day: Temporal.PlainDate;
  readonly figures: DayFigures;
}

/** A day on which nothing happened. */
export const emptyFigures: DayFigures = dayFiguresSchema.parse({});

/** Adds days up. `disputesOpen` is a state, so the newest day’s counts. */
export function sumOf(days: readonly DayFigures[]): DayFigures {
  const sums = new Map<string, number>();
  const byName = new Map<string, Map<string, number>>();
  for (const day of days)
    for (const [field, value] of Object.entries(day)) {
      if (typeof value === 'number') add(sums, field, value);
      else {
        const named = byName.get(field) ?? new Map<string, number>();
        byName.set(field, named);
        for (const [name, part] of Object.entries(value)) add(named, name, part);
      }
    }
  return dayFiguresSchema.parse({
    ...Object.fromEntries(sums),
    ...Object.fromEntries([...byName].map(([field, named]) => [field, Object.fromEntries(named)])),
    disputesOpen: days.at(-1)?.disputesOpen ?? 0,
  });
}

function add(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}

/** The sum of counts by name. */
export function totalOf(by: Readonly<Record<string, number>>): number {
  return Object.values(by).reduce((sum, value) => sum + value, 0);
}
