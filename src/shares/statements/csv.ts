import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { Statement } from './statement.ts';

const columns = [
  'date',
  'description',
  'kind',
  'check_number',
  'amount',
  'balance',
  'number',
] as const;

/**
 * Writes a statement as CSV (RFC 4180: CRLF, a header, quotes where needed, UTF-8). Incoming money
 * is positive; on a loan, the amount owed. `balance` is the one after the row. `number` is the
 * entry's own on this share: 1, 2, 3…
 *
 * A spreadsheet reads a field that starts with `=`, `+`, `-` or `@` as a formula, and others may
 * write descriptions. With `for: 'spreadsheets'` an apostrophe precedes such a description (or one
 * that starts with a tab or a line break, which spreadsheets skip). With `for: 'programs'` it stays
 * unchanged. Amounts are numbers and keep their sign in both.
 */
export function statementCsv(
  { entries, share }: Pick<Statement, 'entries' | 'share'>,
  { for: reader }: { readonly for: 'spreadsheets' | 'programs' },
): string {
  const digits = currencyOf(share.currency)?.digits ?? 2;
  const figure = (amount: Amount) => decimal(amount, digits);
  const text = (value: string) => (reader === 'spreadsheets' ? harmless(value) : value);
  const rows = entries.map((entry) => [
    entry.effectiveOn.toString(),
    text(entry.description),
    text(entry.kind),
    text(entry.checkNumber ?? ''),
    figure(entry.amount),
    figure(entry.balanceAfter),
    entry.sequence.toString(),
  ]);
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
