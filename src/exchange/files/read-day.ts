/** Two-digit years from here on belong to the last century. */
const pivot = 70;

/**
 * Reads a date in the given order, such as `MM/DD/YYYY`. A time behind it is left out: a core prints its own days. Pure.
 * @returns the day as `2026-11-29`; `undefined` if the text has another form or is no day
 */
export function readDay(text: string, order: string): string | undefined {
  const day = text.trim().replace(/[ T]\d{1,2}:\d{2}.*$/, '');
  const names: string[] = [];
  const pattern = order.replace(/YYYY|YY|MM|DD|M|D|[^YMD]/g, (part) => {
    if (!/^[YMD]/.test(part)) return `\\${part}`;
    names.push(part.charAt(0));
    if (part === 'YYYY') return '(\\d{4})';
    // With a mark between the parts, a leading zero may be missing.
    return /[^YMD]/.test(order) && part !== 'YY' ? '(\\d{1,2})' : '(\\d{2})';
  });
  const match = new RegExp(`^${pattern}$`).exec(day);
  if (!match) return undefined;
  const part = (name: string) => Number(match[names.indexOf(name) + 1]);
  const year = part('Y');
  const full = order.includes('YYYY') ? year : year < pivot ? 2000 + year : 1900 + year;
  try {
    return Temporal.PlainDate.from(
      { year: full, month: part('M'), day: part('D') },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}
