import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { formatOf, type ColumnSource, type FileFormat, type Mapping } from '../files/mapping.ts';
import { fittedToWindows, windowsBytes } from '../files/windows-text.ts';
import { endToEndId } from './end-to-end-id.ts';
import type { NamedLine } from './named-lines.ts';

/** Our columns of a posting, in the order of the file. */
const columns = [
  'member_number',
  'suffix',
  'effective_on',
  'amount',
  'kind',
  'check_number',
  'description',
  'end_to_end_id',
] as const;

type Cells = (value: string) => readonly (readonly [string, string])[];

/**
 * Writes postings as a core's own file: the mapping of its transactions, the other way round. Pure.
 * @returns the bytes, with the header first
 */
export function writeRows(lines: readonly NamedLine[], mapping: Mapping): Buffer {
  const format = formatOf(mapping, 'transactions');
  const writers = columns.map((name) => [name, cellsOf(sourceOf(name, mapping))] as const);
  const rows = lines.map((line) => {
    const values = valuesOf(line, mapping, format);
    return new Map(writers.flatMap(([name, cells]) => cells(values[name])));
  });
  const header = [...new Set(writers.flatMap(([, cells]) => cells('').map(([name]) => name)))];
  const isWindows = format.encoding === 'latin-1';
  // Quoted after that, since what is left of a character must be no separator or quote.
  const fitted = (field: string) => (isWindows ? fittedToWindows(field) : field);
  const text = [header, ...rows.map((row) => header.map((name) => row.get(name) ?? ''))]
    .map((fields) => fields.map((field) => quoted(fitted(field), format)).join(format.separator))
    .join('\r\n');
  const all = `${text}\r\n`;
  return isWindows ? Buffer.from(windowsBytes(all)) : Buffer.from(all, 'utf8');
}

function sourceOf(name: (typeof columns)[number], mapping: Mapping): ColumnSource {
  return mapping.transactions?.columns[name] ?? name;
}

function valuesOf(
  line: NamedLine,
  mapping: Mapping,
  format: FileFormat,
): Record<(typeof columns)[number], string> {
  const { account } = line;
  const amount = account.isLoan && mapping.debts === 'negative' ? -line.amount : line.amount;
  return {
    member_number: account.memberNumber,
    suffix: account.suffix,
    effective_on: writeDay(line.effectiveOn, format.dates),
    amount: decimal(amount, currencyOf(account.currency)?.digits).replace('.', format.decimal),
    kind: line.kind,
    check_number: line.checkNumber ?? '',
    description: line.description,
    end_to_end_id: endToEndId(line.transactionId),
  };
}

/** The columns of the file in which a value goes, with what stands there. */
function cellsOf(source: ColumnSource): Cells {
  if (typeof source === 'string') return (value) => [[source, value]];
  if (Array.isArray(source)) return (value) => [[source.flat()[0] ?? '', value]];
  if ('value' in source) return () => [];
  if ('sign' in source)
    return (value) => [
      [source.columns, value.replace(/^-/, '')],
      [source.sign, (value.startsWith('-') ? source.out[0] : source.in?.[0]) ?? ''],
    ];
  if ('in' in source)
    return (value) => {
      const isOut = value.startsWith('-');
      return [
        [source.in, isOut ? '' : value],
        [source.out, isOut ? value.slice(1) : ''],
      ];
    };
  const [column = ''] = [source.columns].flat(2);
  const theirs = new Map(Object.entries(source.values ?? {}).map(([their, ours]) => [ours, their]));
  return (value) => [[column, theirs.get(value) ?? value]];
}

function writeDay(day: Temporal.PlainDate, order: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return order.replace(/YYYY|YY|MM|DD|M|D/g, (part) => {
    if (part === 'YYYY') return String(day.year).padStart(4, '0');
    if (part === 'YY') return two(day.year % 100);
    if (part.startsWith('M')) return part === 'MM' ? two(day.month) : String(day.month);
    return part === 'DD' ? two(day.day) : String(day.day);
  });
}

/** A field in quotes where it needs them; without quotes in the format, blanks stand for what would separate. */
function quoted(field: string, { quote, separator }: FileFormat): string {
  const isPlain = !field.includes(separator) && !/[\r\n]/.test(field);
  if (quote === '')
    return isPlain ? field : field.replaceAll(separator, ' ').replaceAll(/[\r\n]+/g, ' ');
  return isPlain && !field.includes(quote)
    ? field
    : `${quote}${field.replaceAll(quote, quote + quote)}${quote}`;
}
