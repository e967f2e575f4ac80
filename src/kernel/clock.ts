/** The source of the time. Only its implementations read the machine's time. */
export interface Clock {
  now(): Temporal.Instant;
  /** Every clock shows this time, the database's too. */
  readonly isShared?: true;
}

/** The machine's own clock, to the millisecond. It returns the same object within a millisecond. */
export const systemClock: Clock = {
  now: () => {
    const milliseconds = Date.now();
    if (milliseconds !== last.milliseconds)
      last = { milliseconds, instant: Temporal.Instant.fromEpochMilliseconds(milliseconds) };
    return last.instant;
  },
};

let last = { milliseconds: 0, instant: Temporal.Instant.fromEpochMilliseconds(0) };

const texts = new WeakMap<Temporal.Instant, string>();

/**
 * Formats an instant as `2026-11-23T16:42:00.123Z`. It caches the last one, since a batch writes
 * the same instant many times.
 */
export function instantText(instant: Temporal.Instant): string {
  const known = texts.get(instant);
  if (known !== undefined) return known;
  const text = instant.toString();
  texts.set(instant, text);
  return text;
}

/** A clock that moves only on request. Tests and the simulation use it. */
export interface ManualClock extends Clock {
  advance(duration: Temporal.DurationLike): void;
  set(instant: Temporal.Instant): void;
}

/** @param start an instant such as `2026-11-23T16:42:00Z` */
export function manualClock(start: string): ManualClock {
  let current = Temporal.Instant.from(start);
  return {
    isShared: true,
    now: () => current,
    advance: (duration) => {
      // An instant knows no calendar: a day is 24 hours here.
      const milliseconds = Temporal.Duration.from(duration).total({
        unit: 'milliseconds',
        relativeTo: current.toZonedDateTimeISO('UTC'),
      });
      current = current.add({ milliseconds });
    },
    set: (instant) => {
      current = instant;
    },
  };
}
