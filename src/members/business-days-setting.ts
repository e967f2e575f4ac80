import { z } from 'zod';

/**
 * The days when the offices are open to the public for substantially all functions (12 CFR
 * 1005.2(d)).
 */
export interface BusinessDayRule {
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly closedOnFederalHolidays: boolean;
}

/** An institution's settings for its days. The rule in effect on a day decides it. */
export interface BusinessCalendar {
  readonly businessDays: {
    /** By the day from which each rule applies. */
    readonly rules: Readonly<Record<string, BusinessDayRule>>;
    readonly openings: Readonly<Record<string, string>>;
  };
  readonly closures: Readonly<Record<string, string>>;
}

/** The rule before the first one, or without any. */
export const defaultRule: BusinessDayRule = {
  weekdays: [1, 2, 3, 4, 5],
  closedOnFederalHolidays: true,
};

const date = z.iso.date('is a day such as "2026-12-25"');

/** Single days, each with its reason. */
const days = z.record(date, z.string().trim().min(1, 'says why').max(100)).default({});

export const closuresSetting = days;

export const businessDaysSetting = z
  .object({
    rules: z
      .record(
        date,
        z.object({
          weekdays: z
            .array(z.int().min(1).max(7))
            .min(1)
            .transform((given) => [...new Set(given)].sort((a, b) => a - b)),
          closedOnFederalHolidays: z.boolean().default(true),
        }),
      )
      .default({}),
    openings: days,
  })
  .default({ rules: {}, openings: {} });

/** Returns the rule in effect on this day. */
export function ruleOn(
  { businessDays: { rules } }: Pick<BusinessCalendar, 'businessDays'>,
  day: Temporal.PlainDate,
): BusinessDayRule {
  const from = Object.keys(rules)
    .filter((start) => start <= day.toString())
    .toSorted()
    .at(-1);
  return (from === undefined ? undefined : rules[from]) ?? defaultRule;
}

/**
 * Names a rule, such as `12345-less-federal-holidays`. Rules for the same days have the same name.
 */
export function ruleName({ weekdays, closedOnFederalHolidays }: BusinessDayRule): string {
  return `${weekdays.join('')}${closedOnFederalHolidays ? '-less-federal-holidays' : ''}`;
}

/**
 * Checks that a calendar change leaves the past unchanged, since due dates were counted by it.
 * @returns a sentence for each past entry that was added, changed or removed, and for each day both
 *   open and closed
 */
export function calendarProblems(
  before: BusinessCalendar,
  after: BusinessCalendar,
  today: Temporal.PlainDate,
): string[] {
  const lists = [
    ['businessDays.rules', before.businessDays.rules, after.businessDays.rules],
    ['businessDays.openings', before.businessDays.openings, after.businessDays.openings],
    ['closures', before.closures, after.closures],
  ] as const;
  const changed = lists.flatMap(([name, was, is]) =>
    [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((day) => day < today.toString())
      .filter((day) => JSON.stringify(was[day]) !== JSON.stringify(is[day]))
      .map((day) => `${name}.${day}: this day is over, and due dates were counted by it`),
  );
  const both = Object.keys(after.businessDays.openings)
    .filter((day) => Object.hasOwn(after.closures, day))
    .map((day) => `businessDays.openings.${day}: this day is among the closures`);
  return [...changed, ...both];
}
