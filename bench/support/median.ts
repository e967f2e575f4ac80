/** The middle of some figures; of an even count, the mean of the middle two. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Rounds to so many digits behind the point. */
export function rounded(figure: number, digits = 0): number {
  return Math.round(figure * 10 ** digits) / 10 ** digits;
}
