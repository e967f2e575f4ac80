/** A bar of a plot: its parts lie behind each other. */
export interface Bar {
  readonly name: string;
  readonly parts: readonly { readonly of: string; readonly value: number }[];
}

const size = { width: 760, left: 230, right: 80, top: 58, row: 30, bar: 18 } as const;

/** Of equal lightness steps, so that they differ in gray too. */
const colors = ['#1f4e79', '#c46a1b', '#7a9e3b', '#8a8a8a'] as const;

/**
 * Draws horizontal bars as an SVG picture.
 * @param unit what the values count, such as `µs`
 */
export function drawBars(title: string, unit: string, bars: readonly Bar[]): string {
  const names = [...new Set(bars.flatMap(({ parts }) => parts.map((part) => part.of)))];
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const scale = (size.width - size.left - size.right) / Math.max(1e-9, ...sums);
  const height = size.top + bars.length * size.row + 12;
  const colorOf = (name: string) => colors[names.indexOf(name) % colors.length] ?? colors[0];
  const rows = bars.map((bar, index) => drawRow(bar, { index, scale, unit, colorOf }));
  const legend = names.map(
    (name, index) =>
      `<rect x="${size.left + index * 120}" y="34" width="12" height="12" fill="${colorOf(name)}"/><text x="${size.left + 18 + index * 120}" y="45">${escaped(name)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="13" fill="#222">
<rect width="${size.width}" height="${height}" fill="#fff"/>
<text x="12" y="22" font-size="15" font-weight="bold">${escaped(title)}</text>
${[...(names.length > 1 ? legend : []), ...rows].join('\n')}
</svg>
`;
}

function drawRow(
  { name, parts }: Bar,
  given: {
    readonly index: number;
    readonly scale: number;
    readonly unit: string;
    readonly colorOf: (name: string) => string;
  },
): string {
  const { index, scale, unit, colorOf } = given;
  const y = size.top + index * size.row;
  let x: number = size.left;
  const drawn = parts.map(({ of, value }) => {
    const width = value * scale;
    const at = x;
    x += width;
    return `<rect x="${at.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${size.bar}" fill="${colorOf(of)}"/>`;
  });
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const baseline = y + 14;
  return `<text x="${size.left - 8}" y="${baseline}" text-anchor="end">${escaped(name)}</text>${drawn.join('')}<text x="${(x + 6).toFixed(1)}" y="${baseline}">${shown(sum)} ${unit}</text>`;
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
