/** Where the time comes from. Nothing but an implementation of this asks the machine for it. */
export interface Clock {
  now(): Temporal.Instant;
  /** This clock stands for all others, the database's too. */
  readonly isShared?: true;
}

/** The machine's own clock, to the millisecond; within one it gives the same instant. */
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

/** An instant as `2026-11-23T16:42:00.123Z`. One that a batch writes in many places is worded once. */
export function instantText(instant: Temporal.Instant): string {
  const known = texts.get(instant);
  if (known !== undefined) return known;
  const text = instant.toString();
  texts.set(instant, text);
  return text;
}

/** A clock that moves only when told to: tests and the simulation run on it. */
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
