/** A decimal as operations give it: `-1204.33`. */
export type Figure = string;

/** How many digits a figure has after its point. */
export function digitsOf(figure: Figure): number {
  const point = figure.indexOf('.');
  return point === -1 ? 0 : figure.length - point - 1;
}

/** Adds figures of one currency, to the last digit. */
export function added(figures: readonly Figure[]): Figure {
  const digits = Math.max(0, ...figures.map(digitsOf));
  const sum = figures
    .map((figure) => BigInt(figure.replace('.', '') + '0'.repeat(digits - digitsOf(figure))))
    .reduce((total, one) => total + one, 0n);
  const sign = sum < 0n ? '-' : '';
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, '0');
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Turns the sign of a figure. */
export function negated(figure: Figure): Figure {
  return figure.startsWith('-') ? figure.slice(1) : `-${figure}`;
}

/** Tells whether a figure is zero. */
export function isNothing(figure: Figure): boolean {
  return /^-?[0.]*$/.test(figure);
}
