import type { Clock } from './clock.ts';

/**
 * Starts counting. @returns seconds since then, by the clock or by the machine's monotonic time, whichever says more: the one can be set
 * back, the other stands still while a virtual machine is paused.
 */
export function stopwatch(clock: Clock): () => number {
  const began = { at: clock.now().epochMilliseconds, monotonic: performance.now() };
  return () =>
    Math.max(
      Math.abs(clock.now().epochMilliseconds - began.at),
      performance.now() - began.monotonic,
    ) / 1_000;
}
