/** A point in time, in milliseconds by two clocks. */
export interface Moment {
  /** The phone's clock. The member can set it. */
  readonly clock: number;
  /** Since the page started. It never goes back, but may stand still while the phone sleeps. */
  readonly steady: number;
}

/** A message that waited for longer may no longer say what the member wants. */
const freshMilliseconds = 60_000;

/**
 * Tells whether something that was written then is too old to move money now. Each clock can say so
 * alone. So does a clock that was set back, and an unknown time.
 */
export function isOld(written: Moment | undefined, now: Moment): boolean {
  if (!written) return true;
  const ages = [now.clock - written.clock, now.steady - written.steady];
  return ages.some((age) => !(age >= 0 && age <= freshMilliseconds));
}
