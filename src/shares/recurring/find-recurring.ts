import type { CoreEntry } from '../../core/core.ts';
import type { Amount } from '../../money/amount.ts';
import { intervalOf, intervalWindows } from './intervals.ts';
import { monthlySeries, monthlyWindows } from './monthly.ts';
import type { Expected, Occurrence, RecurringItem, Window } from './recurring-item.ts';

/** How far back to look: a year ago shows the season. */
export const recurringLookback = { days: 400 };

/**
 * Finds the money that comes and goes again and again on one account: bills, pay, loan payments,
 * transfers. It knows nothing about merchants. What comes at regular times is one item; what only
 * comes often is none.
 * @param entries of `recurringLookback`, in any order, amounts on the account's normal side
 */
export function findRecurring(
  entries: readonly CoreEntry[],
  days: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): RecurringItem[] {
  const groups = Map.groupBy(
    entries.toSorted((a, b) => Temporal.PlainDate.compare(a.effectiveOn, b.effectiveOn)),
    (entry) => `${entry.amount > 0n ? 'in' : 'out'} ${entry.kind} ${nameOf(entry)}`,
  );
  return [...groups.values()].flatMap((group) => {
    if (group.length < 3) return [];
    const isAlike = alike.has(group[0]?.kind ?? '');
    // Checks and transfers all look alike: there only the amount tells one payment from another.
    const found = isAlike ? [] : itemsOf(group, { ...days, isMixed: false });
    return found.length > 0
      ? found
      : byAmount(group).flatMap((one) => itemsOf(one, { ...days, isMixed: isAlike }));
  });
}

const alike: ReadonlySet<string> = new Set(['check', 'transfer']);

/** The words of a description: store numbers, dates and references change each time. */
function nameOf({ kind, description }: CoreEntry): string {
  if (kind === 'check') return '';
  const words = description.toUpperCase().replaceAll(/[^\p{L}]+/gu, ' ');
  return words.trim().slice(0, 40);
}

/** Groups of one amount; of the rest, groups in which each amount is within a sixth of the next. */
function byAmount(entries: readonly CoreEntry[]): CoreEntry[][] {
  const same = [...Map.groupBy(entries, sizeOf).values()];
  const fixed = same.filter(({ length }) => length >= 3);
  const rest = same.filter(({ length }) => length < 3).flat();
  const groups: CoreEntry[][] = [];
  for (const entry of rest.toSorted((a, b) => (sizeOf(a) < sizeOf(b) ? -1 : 1))) {
    const last = groups.at(-1);
    const near = last?.at(-1);
    if (last && near && sizeOf(entry) * 6n <= sizeOf(near) * 7n) last.push(entry);
    else groups.push([entry]);
  }
  return [...fixed, ...groups].map((group) =>
    group.toSorted((a, b) => Temporal.PlainDate.compare(a.effectiveOn, b.effectiveOn)),
  );
}

interface Days {
  readonly today: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** Other payments of this amount may be among them. */
  readonly isMixed: boolean;
}

function itemsOf(entries: readonly CoreEntry[], days: Days): RecurringItem[] {
  const sample = entries.at(-1);
  if (!sample || entries.length < 3) return [];
  const occurrences = byDay(entries);
  const interval = intervalOf(
    occurrences.map(({ on }) => on),
    days.today,
  );
  if (interval)
    return [
      itemOf(sample, occurrences, interval.every, {
        windows: intervalWindows(occurrences, interval, days),
        today: days.today,
      }),
    ];
  return monthlySeries(occurrences, days).map((series) =>
    itemOf(sample, series.occurrences, 'month', {
      windows: monthlyWindows(series, days),
      today: days.today,
    }),
  );
}

/** Several on one day count as one. */
function byDay(entries: readonly CoreEntry[]): Occurrence[] {
  const days = Map.groupBy(entries, ({ effectiveOn }) => effectiveOn.toString());
  return [...days.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      { on: first.effectiveOn, amount: group.reduce((sum, entry) => sum + sizeOf(entry), 0n) },
    ];
  });
}

function itemOf(
  { amount, kind, description }: CoreEntry,
  occurrences: readonly Occurrence[],
  every: RecurringItem['every'],
  { windows, today }: { readonly windows: readonly Window[]; readonly today: Temporal.PlainDate },
): RecurringItem {
  const direction = amount > 0n ? 'in' : 'out';
  return {
    direction,
    description,
    kind,
    every,
    evidence: occurrences.slice(-3).toReversed(),
    // What should have come in by now and did not may never come.
    expected: windows
      .filter(({ latest }) => direction === 'out' || Temporal.PlainDate.compare(latest, today) >= 0)
      .map((window): Expected =>
        direction === 'out'
          ? { on: laterOf(window.earliest, today), amount: most(occurrences, window) }
          : { on: laterOf(window.latest, today), amount: least(occurrences) },
      ),
  };
}

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}

/** The most that a bill may be: of the last three and of a year ago, and more if it varies. */
function most(occurrences: readonly Occurrence[], { earliest }: Window): Amount {
  const yearAgo = earliest.subtract({ years: 1 });
  const season = occurrences.filter(({ on }) => Math.abs(on.until(yearAgo).days) <= 50);
  const amounts = [...occurrences.slice(-3), ...season].map(({ amount }) => amount);
  const max = amounts.reduce((a, b) => (a > b ? a : b), 0n);
  const min = amounts.reduce((a, b) => (a < b ? a : b), max);
  const varies = max * 50n > min * 51n;
  return varies ? (max * 6n) / 5n : max;
}

/** The least of the last eight, and less if they vary. */
function least(occurrences: readonly Occurrence[]): Amount {
  const amounts = occurrences.slice(-8).map(({ amount }) => amount);
  const min = amounts.reduce((a, b) => (a < b ? a : b), amounts[0] ?? 0n);
  const max = amounts.reduce((a, b) => (a > b ? a : b), min);
  return max * 50n > min * 51n ? (min * 19n) / 20n : min;
}

function sizeOf({ amount }: CoreEntry): Amount {
  return amount < 0n ? -amount : amount;
}
