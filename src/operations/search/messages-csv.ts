import type { Found } from './found.ts';

const columns = ['at', 'direction', 'channel', 'member_number', 'outcome', 'text'] as const;

/**
 * Writes messages as CSV (RFC 4180). Members write the texts, so one that a spreadsheet would read as
 * a formula gets an apostrophe before it.
 */
export function messagesCsv(found: readonly Found[]): string {
  const rows = found.map((one) => [
    one.at,
    one.direction,
    one.channel,
    one.memberNumber ?? '',
    one.outcome,
    /^[=+\-@\t\r\n]/u.test(one.text) ? `'${one.text}` : one.text,
  ]);
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string): string {
  return /[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
