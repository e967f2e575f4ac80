import { html, type Html } from '../../ui/html.ts';

export interface Point {
  /** Days since the first. */
  readonly day: number;
  readonly value: number;
}

const width = 240;
const height = 56;

/**
 * Draws a balance over time in steps, since it holds until it changes. Decoration only: the page
 * says it in words too.
 */
export function sparkline(points: readonly Point[], days: number): Html {
  // A change on the first day would be a spike at the left edge.
  const drawn = points.slice(
    Math.max(
      0,
      points.findLastIndex(({ day }) => day <= 0),
    ),
  );
  const values = drawn.map(({ value }) => value);
  const least = Math.min(...values, 0);
  const most = Math.max(...values, 1);
  const x = (day: number) => round((day / Math.max(1, days)) * width);
  const y = (value: number) =>
    round(height - 3 - ((value - least) / (most - least)) * (height - 6));
  const [first] = drawn;
  if (!first) return html``;
  let line = `M0 ${y(first.value)}`;
  for (const { day, value } of drawn.slice(1)) line += `H${x(day)}V${y(value)}`;
  line += `H${width}`;
  return html`<svg
    class="sparkline"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <path class="sparkline-area" d="${line}V${height}H0Z" />
    <path class="sparkline-line" d="${line}" />
  </svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
