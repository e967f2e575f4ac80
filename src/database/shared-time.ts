import type { Clock } from '../kernel/clock.ts';

/**
 * Returns SQL for the time that all processes share: the database's.
 * @param parameter such as `$3`, with the value from `sharedTime`
 */
export const sharedNow = (parameter: string): string =>
  `coalesce(${parameter}::timestamptz, clock_timestamp())`;

/**
 * Returns the parameter for `sharedNow`: null, unless this clock replaces every other one, as a
 * test's does.
 */
export const sharedTime = (clock: Clock): Temporal.Instant | null =>
  clock.isShared ? clock.now() : null;
