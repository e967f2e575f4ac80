import type { Clock } from '../kernel/clock.ts';

/** SQL for the time that all processes read alike: the database's. @param parameter such as `$3`, whose value `sharedTime` gives */
export const sharedNow = (parameter: string): string =>
  `coalesce(${parameter}::timestamptz, clock_timestamp())`;

/** The parameter that `sharedNow` takes: null, unless this clock stands for every other one, as a test's does. */
export const sharedTime = (clock: Clock): Temporal.Instant | null =>
  clock.isShared ? clock.now() : null;
