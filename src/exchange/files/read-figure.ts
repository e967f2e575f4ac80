/** How a file writes its numbers. */
export interface FigureFormat {
  readonly decimal: '.' | ',';
  readonly thousands: string;
}

/**
 * Reads an amount as cores print it: `$1,234.50`, `(12.00)`, `12.00-`, `-12`, `USD 5.00`, `1.234,50`. Pure.
 * @returns a plain decimal with an optional minus, such as `-1234.50`; `undefined` if it is none
 */
export function readFigure(text: string, format: FigureFormat): string | undefined {
  const bare = text
    .replaceAll('\u2212', '-')
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .trim()
    .replace(/^[A-Z]{3}(?=[\s\d(+-])|(?<=[\s\d)-])[A-Z]{3}$/, '')
    .replace(/[$€£¥]/, '')
    .trim();
  const inside = /^\((.*)\)$/.exec(bare)?.[1]?.trim();
  const signed = inside ?? bare;
  const match = /^([+-]?)\s*([^\s+-].*?)\s*([+-]?)$/.exec(signed);
  if (!match) return undefined;
  const [, before = '', digits = '', after = ''] = match;
  const marks = [inside === undefined ? '' : '-', before, after].filter((mark) => mark !== '');
  if (marks.length > 1) return undefined;
  const plain = ungrouped(digits.replace(/^[$€£¥]\s*/, ''), format);
  return plain === undefined ? undefined : `${marks[0] === '-' ? '-' : ''}${plain}`;
}

/** Without marks between thousands, each of which must stand before three digits. */
function ungrouped(digits: string, { decimal, thousands }: FigureFormat): string | undefined {
  const [whole = '', fraction, ...rest] = digits.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const groups = thousands === '' ? [whole] : whole.split(thousands);
  const [first = '', ...others] = groups;
  const isGrouped =
    others.length > 0
      ? /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group))
      : /^\d*$/.test(first);
  const joined = groups.join('');
  if (!isGrouped || (joined === '' && fraction === undefined)) return undefined;
  return `${joined === '' ? '0' : joined}${fraction === undefined ? '' : `.${fraction}`}`;
}
