/**
 * The phone’s clock, in milliseconds. It names days and measures ages. About money it can only say
 * “too late”.
 */
export function now(): number {
  return Date.now();
}

/** Milliseconds since the page started. Nobody can set it. */
export function steady(): number {
  return performance.now();
}

let ahead = 0;

/** Learns from the `Date` of an answer how far the phone’s clock is off. */
export function learnTime(date: string | null): void {
  const told = Date.parse(date ?? '');
  if (!Number.isNaN(told)) ahead = told - now();
}

/**
 * The server’s time, in milliseconds: the phone’s clock, corrected by the last answer. Right to a few
 * seconds, or just the phone’s clock before any answer.
 */
export function serverNow(): number {
  return now() + ahead;
}
