/**
 * Classes of words in patterns: a number, a day of the month, the same as an ordinal, a month, a weekday, a year, a unit of time, a
 * day in figures (its place in the text), a quarter, an ordinal up to four.
 */
export type SlotClass = 'n' | 'd' | 'o' | 'month' | 'weekday' | 'y' | 'unit' | 'date' | 'q' | 'nth';

/** Units of time, as classes of words. */
export const timeUnits = ['day', 'week', 'weekend', 'month', 'quarter', 'year'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** What a pattern of a pack says about time. The classes in the pattern give the rest. */
export type PeriodKind =
  | 'today'
  | 'yesterday'
  | 'day_before'
  | 'this'
  | 'this_month'
  | 'this_year'
  | 'last'
  | 'rolling'
  | 'ago'
  | 'month'
  | 'month_last_year'
  | 'weekday'
  | 'date'
  | 'year'
  | 'quarter'
  /** `the year`, which means this one after `since the beginning of`. */
  | 'unit'
  | 'span'
  | 'vague';

/** What stands before a period: the period itself, its beginning, its end, or one side of it. */
export type PeriodLink =
  | 'in'
  | 'since'
  | 'after'
  | 'before'
  | 'until'
  | 'from'
  | 'between'
  | 'to'
  | 'and'
  | 'week_of'
  | 'since_start_of'
  | 'end_of';

/** Bounds of an amount. The first two don't include it. */
export type AmountKind = 'over' | 'under' | 'min' | 'max';
