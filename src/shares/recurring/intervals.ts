import type { Occurrence, RecurringItem, Window } from './recurring-item.ts';

/** What comes each so many days. */
export interface Interval {
  readonly every: Extract<RecurringItem['every'], 'week' | 'two weeks' | 'quarter'>;
  readonly days: number;
  /** How far a gap may be off: weekends and holidays. */
  readonly off: number;
  readonly occurrencesMin: number;
}

const intervals: readonly Interval[] = [
  { every: 'week', days: 7, off: 3, occurrencesMin: 5 },
  { every: 'two weeks', days: 14, off: 3, occurrencesMin: 5 },
  { every: 'quarter', days: 91, off: 6, occurrencesMin: 3 },
];

/** Of the newest gaps, at least this part must fit. */
const partMin = 0.8;
const gapsSeen = 8;

/** The interval that these days keep, if they still do. They are different and in order. */
export function intervalOf(
  days: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): Interval | undefined {
  const recent = days.slice(-gapsSeen - 1);
  const first = recent[0];
  const last = recent.at(-1);
  if (!first || !last) return undefined;
  const gaps = recent.slice(1).map((day, index) => (recent[index] ?? day).until(day).days);
  return intervals.find(({ days: length, off, occurrencesMin }) => {
    if (recent.length < occurrencesMin) return false;
    const fitting = gaps.filter((gap) => Math.abs(gap - length) <= off).length;
    // Twice a month, the gaps are near two weeks, but not on average.
    const average = first.until(last).days / gaps.length;
    const isSteady =
      Math.abs(average - length) <= Math.max(0.6, off / 2 / gaps.length + length / 100);
    const goesOn = last.until(today).days <= length + off + 7;
    return fitting >= gaps.length * partMin && isSteady && goesOn;
  });
}

/** The windows in which it is expected from today until a day, in order. */
export function intervalWindows(
  occurrences: readonly Occurrence[],
  { days: length }: Interval,
  { today, until }: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Window[] {
  const days = occurrences.map(({ on }) => on).slice(-gapsSeen - 1);
  const last = days.at(-1);
  const first = days[0];
  if (!first || !last) return [];
  // How far each is from the beat of the first one: the beat itself may have been a holiday.
  const offsets = days.map((day) => {
    const since = first.until(day).days;
    return since - Math.round(since / length) * length;
  });
  const beats = Math.round(first.until(last).days / length);
  const windows: Window[] = [];
  for (let beat = beats + 1; ; beat += 1) {
    const day = first.add({ days: beat * length });
    const earliest = day.add({ days: Math.min(...offsets) });
    if (Temporal.PlainDate.compare(earliest, until) > 0) return windows;
    const latest = day.add({ days: Math.max(...offsets) });
    if (Temporal.PlainDate.compare(latest.add({ days: 7 }), today) >= 0)
      windows.push({ earliest, latest });
  }
}
