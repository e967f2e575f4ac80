import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import type { TableRecord } from '../../ledger/import/read-table.ts';
import type { FileRow } from './csv-rows.ts';
import { formatOf, type ColumnSource, type FileFormat, type Mapping } from './mapping.ts';
import { readDay } from './read-day.ts';
import { readFigure } from './read-figure.ts';
import { shareKindOf } from './share-kind-words.ts';
import { columnsOf, type ColumnType, type TableName } from './tables.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Turns the rows of a core's own file into ours, by its mapping: first our header, then each row with plain decimals, days such as
 * `2026-11-29` and our kinds. A value that can't be read is named with the file's own column, and what to do.
 * @param defaults of columns that are empty or missing
 * @throws UnreadableFile where the header lacks a column that is needed
 */
export async function* canonicalRows(
  rows: AsyncIterable<FileRow>,
  table: TableName,
  mapping: Mapping,
  defaults: Readonly<Record<string, string>> = {},
): AsyncGenerator<TableRecord> {
  let readers: readonly Named[] | undefined;
  let width = 0;
  for await (const { line, fields } of rows) {
    if (!readers) {
      readers = readersOf(fields, table, mapping);
      width = fields.length;
      yield { line, fields: readers.map(({ name }) => name) };
      continue;
    }
    const problems: string[] = [];
    if (fields.length !== width)
      problems.push(
        `it has ${fields.length} fields where the header has ${width}: a separator inside a field needs quotes around the field`,
      );
    const read = readers.map(({ name, reader }) => {
      const value = reader(fields);
      if (typeof value === 'string') return value === '' ? (defaults[name] ?? '') : value;
      problems.push(value.problem);
      return value.text;
    });
    if (table === 'transactions') nameKind(readers, read);
    const [problem] = problems;
    yield problem === undefined ? { line, fields: read } : { line, fields: read, problem };
  }
  if (!readers) throw new UnreadableFile('the file is empty: it needs at least a header');
}

/** A row without a kind is a deposit, a withdrawal or a check. */
function nameKind(readers: readonly Named[], read: string[]): void {
  const at = (name: string) => readers.findIndex((one) => one.name === name);
  const kind = at('kind');
  if (read[kind] !== '') return;
  const isOut = read[at('amount')]?.startsWith('-') === true;
  const isCheck = read[at('check_number')] !== '';
  read[kind] = isOut ? (isCheck ? 'check' : 'withdrawal') : 'deposit';
}

interface Unread {
  readonly text: string;
  readonly problem: string;
}

type Reader = (fields: readonly string[]) => string | Unread;

/** A column of ours, and how to read it from a row. */
interface Named {
  readonly name: string;
  readonly reader: Reader;
}

function readersOf(header: readonly string[], table: TableName, mapping: Mapping): Named[] {
  const format = formatOf(mapping, table);
  const place = placesIn(header, format);
  const kinds = new Map(
    Object.entries(mapping.kinds).map(([word, kind]) => [word.trim().toLowerCase(), kind]),
  );
  const missing: string[] = [];
  const readers = columnsOf(table).flatMap(([name, column]): Named[] => {
    const source = mapping[table]?.columns[name] ?? name;
    const isMapped = mapping[table]?.columns[name] !== undefined;
    const wanted = namesIn(source);
    const lacks = wanted.filter((one) => place(one) === undefined);
    if (lacks.length > 0) {
      if (isMapped || column.isOptional !== true) missing.push(...lacks);
      return column.saysNothing === true ? [] : [{ name, reader: () => '' }];
    }
    const raw = rawOf(source, { place, format, join: column.join ?? ' ' });
    const label = wanted.join(', ') || name;
    return [{ name, reader: typed(raw, { type: column.type, kinds, format, label }) }];
  });
  if (missing.length > 0)
    throw new UnreadableFile(
      `the header lacks ${[...new Set(missing)].join(', ')}; it has ${header.map((one) => one.trim()).join(', ')}. Name the file’s own columns in the mapping, under ${table}.columns`,
    );
  return readers;
}

/** Finds columns by name; case and blanks around don't count. */
function placesIn(
  header: readonly string[],
  { separator }: FileFormat,
): (name: string) => number | undefined {
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const key = name.trim().toLowerCase();
    if (key !== '' && places.has(key))
      throw new UnreadableFile(`the header names ${name.trim()} twice: rename one`);
    places.set(key, index);
  }
  const [only = ''] = header;
  if (only.includes('\0'))
    throw new UnreadableFile('the file seems to be UTF-16: save it as UTF-8');
  const other = [',', ';', '\t', '|'].find(
    (mark) => mark !== separator && header.length === 1 && only.includes(mark),
  );
  if (other !== undefined)
    throw new UnreadableFile(
      `its fields seem to be separated by ${JSON.stringify(other)}: say "separator": ${JSON.stringify(other)} in the mapping`,
    );
  return (name) => places.get(name.trim().toLowerCase());
}

function namesIn(source: ColumnSource): string[] {
  if (typeof source === 'string') return [source];
  if (Array.isArray(source)) return source.flat();
  if ('value' in source) return [];
  if ('sign' in source) return [source.columns, source.sign];
  return 'in' in source ? [source.in, source.out] : [source.columns].flat(2);
}

/** The text of a value, before it is read as an amount, a day or a kind. */
function rawOf(
  source: ColumnSource,
  given: {
    readonly place: (name: string) => number | undefined;
    readonly format: FileFormat;
    readonly join: string;
  },
): Reader {
  const { place, format } = given;
  const field = (fields: readonly string[], name: string) =>
    (fields[place(name) ?? -1] ?? '').trim();
  if (typeof source === 'string') return (fields) => field(fields, source);
  if (Array.isArray(source)) return joined(source, given.join, field);
  if ('value' in source) return () => source.value;
  if ('sign' in source) {
    const wordsOf = (words: readonly string[]) =>
      new Set(words.map((word) => word.trim().toLowerCase()));
    const out = wordsOf(source.out);
    const moneyIn = wordsOf(source.in ?? usualSigns);
    return (fields) => {
      const amount = field(fields, source.columns);
      const sign = field(fields, source.sign);
      if (out.has(sign.toLowerCase())) return `-${amount}`;
      if (amount === '' || moneyIn.has(sign.toLowerCase())) return amount;
      return {
        text: amount,
        problem: `"${shortened(sign)}" in column ${source.sign} is no sign that we know: name it under "in" or "out" in the mapping`,
      };
    };
  }
  if ('in' in source)
    return (fields) => twoColumns(field(fields, source.in), field(fields, source.out), format);
  const columns = typeof source.columns === 'string' ? [source.columns] : source.columns;
  const read = joined(columns, source.join ?? given.join, field);
  const values = new Map(
    Object.entries(source.values ?? {}).map(([theirs, ours]) => [
      theirs.trim().toLowerCase(),
      ours,
    ]),
  );
  return (fields) => values.get(read(fields).toLowerCase()) ?? read(fields);
}

/** Words for money in, where a mapping names none. */
const usualSigns = ['', '+', 'C', 'CR', 'CREDIT'];

function joined(
  columns: readonly (string | readonly string[])[],
  join: string,
  field: (fields: readonly string[], name: string) => string,
): (fields: readonly string[]) => string {
  return (fields) =>
    columns
      .map((name) =>
        typeof name === 'string' ? field(fields, name) : joined(name, ' ', field)(fields),
      )
      .filter((value) => value !== '')
      .join(join);
}

/** An amount of which one column is filled, or the other is zero. */
function twoColumns(moneyIn: string, moneyOut: string, format: FileFormat): string | Unread {
  const isNothing = (text: string) => text === '' || /^0*$/.test(figureDigits(text, format));
  if (!isNothing(moneyIn) && !isNothing(moneyOut))
    return {
      text: moneyIn,
      problem: 'both the column for money in and the one for money out have an amount',
    };
  if (isNothing(moneyOut)) return moneyIn;
  return /^[-(]|-$/.test(moneyOut) ? moneyOut : `-${moneyOut}`;
}

function figureDigits(text: string, format: FileFormat): string {
  return (readFigure(text, format) ?? '?').replaceAll(/[-.]/g, '');
}

function typed(
  raw: Reader,
  given: {
    readonly type: ColumnType;
    readonly kinds: ReadonlyMap<string, ShareKind>;
    readonly format: FileFormat;
    readonly label: string;
  },
): Reader {
  const { type, kinds, format, label } = given;
  if (type === 'text') return raw;
  return (fields) => {
    const text = raw(fields);
    if (typeof text !== 'string') return { ...text, problem: `column ${label}: ${text.problem}` };
    if (text === '') return '';
    const says = (what: string): Unread => ({
      text,
      problem: `column ${label}: "${shortened(text)}" ${what}`,
    });
    if (type === 'day')
      return (
        readDay(text, format.dates) ??
        says(
          `is no day written as ${format.dates}: say the file’s order under "dates" in the mapping`,
        )
      );
    if (type === 'kind')
      return (
        shareKindOf(text, kinds) ??
        says('is no kind of account that we know: name it under "kinds" in the mapping')
      );
    return (
      readFigure(type === 'decimal' ? text.replace(/\s*%$/, '') : text, format) ??
      says(
        `is no amount with ${format.decimal} before the cents: say the file’s own marks under "decimal" and "thousands" in the mapping`,
      )
    );
  };
}

/** Shortens a value for a report, and hides most of a long number. */
function shortened(text: string): string {
  return text.slice(0, 40).replaceAll(/\d{6,}/g, (digits) => `…${digits.slice(-2)}`);
}
