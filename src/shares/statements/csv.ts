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
 * A statement as CSV (RFC 4180: CRLF, a header, quotes where they are needed, UTF-8). Money in is positive, on a loan what is
 * owed; `balance` is the one after the row; `number` the entry's own, 1, 2, 3… on this share.
 *
 * A spreadsheet takes a field that begins with `=`, `+`, `-` or `@` for a formula, and a description is what somebody else
 * wrote. In the CSV that is meant `for: 'spreadsheets'` such a description (or one that begins with a tab or a line's end, which
 * spreadsheets skip) has an apostrophe put before it; in the one `for: 'programs'` it stands as it is. Amounts are figures and
 * keep their sign in both.
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
