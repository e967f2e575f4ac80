import type { Clock } from './clock.ts';

/**
 * Starts a stopwatch.
 * @returns seconds since the start, by the clock or the machine's monotonic time, whichever is
 *   longer. The clock can be set back, and monotonic time stops while a virtual machine is paused.
 */
export function stopwatch(clock: Clock): () => number {
  const began = { at: clock.now().epochMilliseconds, monotonic: performance.now() };
  return () =>
    Math.max(
      Math.abs(clock.now().epochMilliseconds - began.at),
      performance.now() - began.monotonic,
    ) / 1_000;
}
