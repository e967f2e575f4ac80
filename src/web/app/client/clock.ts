/**
 * The phone’s clock, in milliseconds. It orders ids and names days. About money it can only say “too
 * late”.
 */
export function now(): number {
  return Date.now();
}

/** Milliseconds since the page started. Nobody can set it. */
export function steady(): number {
  return performance.now();
}
