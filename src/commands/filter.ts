import { finderOf } from '../languages/finder.ts';
import type { Currency } from '../money/amount.ts';
import { parseFigure } from '../money/parse-decimal.ts';
import type { Filter } from '../reading/reading.ts';
import type { FilterFacts } from '../wording/filter-facts.ts';

/** Whether a question limits its answer. A plain one is answered from the newest entries. */
export function isFiltered(reading: Filter & { readonly accounts?: readonly string[] }): boolean {
  return (
    reading.since !== undefined ||
    reading.until !== undefined ||
    reading.find !== undefined ||
    hasBounds(reading) ||
    reading.sum === true ||
    isRanked(reading) ||
    reading.accounts !== undefined
  );
}

/** Whether it has bounds of the amount. */
function hasBounds({ over, under, min, max }: Filter): boolean {
  return over !== undefined || under !== undefined || min !== undefined || max !== undefined;
}

/** Whether it limits more than the days: then it is about all of the member's accounts. */
export function isAboutAll(reading: Filter): boolean {
  return (
    reading.find !== undefined || hasBounds(reading) || reading.sum === true || isRanked(reading)
  );
}

/** Whether it asks for the greatest entries, or the smallest. */
export function isRanked({ most, least }: Filter): boolean {
  return most === true || least === true;
}

/** A reading's limits as values. */
export function factsOfFilter(filter: Filter, { digits }: Currency): FilterFacts {
  const day = (iso: string | undefined) =>
    iso === undefined ? undefined : Temporal.PlainDate.from(iso);
  const amount = (figure: string | undefined) =>
    figure === undefined ? undefined : parseFigure(figure, digits);
  return {
    since: day(filter.since),
    until: day(filter.until),
    find: filter.find,
    isCategory: filter.find === undefined ? undefined : isCategory(filter.find),
    over: amount(filter.over),
    under: amount(filter.under),
    min: amount(filter.min),
    max: amount(filter.max),
  };
}

function isCategory(said: string): boolean {
  return finderOf(said).category !== undefined;
}

/** The bounds of a search, both included. */
export function boundsOf({ over, under, min, max }: FilterFacts) {
  return {
    amountMin: over === undefined ? min : over + 1n,
    amountMax: under === undefined ? max : under - 1n,
  };
}

/** A stored or read filter without its other fields. */
export function filterIn(reading: {
  readonly [Key in keyof Filter]: Filter[Key] | undefined;
}): Filter {
  const { since, until, find, over, under, min, max, sum, most, least } = reading;
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(find === undefined ? {} : { find }),
    ...(over === undefined ? {} : { over }),
    ...(under === undefined ? {} : { under }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(sum ? { sum } : {}),
    ...(most ? { most } : {}),
    ...(least ? { least } : {}),
  };
}
