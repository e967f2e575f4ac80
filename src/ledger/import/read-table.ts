/** The files that an import names in its report. */
export type ImportFile = 'members' | 'accounts' | 'transactions' | 'holds' | 'rejected';

/** A problem with one line of a file. */
export interface ImportError {
  readonly file: ImportFile;
  readonly line: number;
  readonly reason: string;
}

/** The same with the account concerned, if the line names it. */
export interface Finding extends ImportError {
  readonly share?: string | undefined;
}

/** A row of a file: its fields, and why it can't be used. `text` stands for fields that nothing could separate. */
export interface TableRecord {
  readonly line: number;
  readonly fields?: readonly string[] | undefined;
  readonly problem?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * Reads a file with a header into rows. It skips rows of only commas and blanks, which
 * spreadsheets leave behind.
 * @param records the header, then the rows
 * @param options.optional names that the header may lack
 * @param options.shareOf the account of a line, from fields that may be wrong
 * @param options.read makes a row from the fields, or returns the problem as text; `has` tells whether the header has a column
 * @returns the usable rows and the problems of the others, each with its line; no row if the header
 *   is wrong
 */
export async function readTable<Name extends string, Row>(
  records: AsyncIterable<TableRecord>,
  options: {
    readonly file: ImportFile;
    readonly names: readonly Name[];
    readonly optional?: readonly Name[];
    readonly shareOf: (fields: Record<Name, string>) => string;
    readonly read: (
      fields: Record<Name, string>,
      line: number,
      has: (name: Name) => boolean,
    ) => Row | string;
  },
): Promise<{ rows: Row[]; lines: number; errors: Finding[] }> {
  const { file, names, read } = options;
  const rows: Row[] = [];
  const errors: Finding[] = [];
  let lines = 0;
  let places: readonly number[] | undefined;
  let width = 0;
  let present: ReadonlySet<string> = new Set();
  for await (const record of records) {
    if (isBlank(record.fields)) continue;
    if (!places) {
      const header = (record.fields ?? []).map((name) => name.trim().toLowerCase());
      width = header.length;
      present = new Set(header);
      places = names.map((name) => header.indexOf(name));
      const needed = names.filter((name) => options.optional?.includes(name) !== true);
      const reason = headerProblem(header, needed);
      if (reason !== undefined) {
        errors.push({ file, line: record.line, reason });
        return { rows, lines, errors };
      }
      continue;
    }
    lines += 1;
    const fields = fieldsAt(names, places, record.fields ?? (record.text ?? '').split(','));
    const addError = (reason: string) =>
      errors.push({ file, line: record.line, reason, share: options.shareOf(fields) });
    if (record.problem !== undefined || record.fields === undefined) {
      addError(record.problem ?? 'it can’t be read');
      continue;
    }
    if (record.fields.length !== width) {
      addError(`it has ${record.fields.length} fields where the header has ${width}`);
      continue;
    }
    if (record.fields.some((field) => field.includes('\0') || field.includes('\uFFFD'))) {
      addError('it has characters that are not UTF-8 text');
      continue;
    }
    const row = read(fields, record.line, (name) => present.has(name));
    if (typeof row === 'string') addError(row);
    else rows.push(row);
  }
  if (!places) errors.push({ file, line: 1, reason: 'the file is empty' });
  return { rows, lines, errors };
}

function isBlank(fields: readonly string[] | undefined): boolean {
  return fields?.every((field) => field.trim() === '') ?? false;
}

function fieldsAt<Name extends string>(
  names: readonly Name[],
  places: readonly number[],
  fields: readonly string[],
): Record<Name, string> {
  const entries = names.map((name, index) => [name, fields[places[index] ?? -1] ?? ''] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries above have exactly these names
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** Describes what is wrong with a header, and a likely cause. */
function headerProblem(header: readonly string[], names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length === 0) {
    const twice = names.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
    return twice && `the header names ${twice} twice`;
  }
  const lacks = `the header lacks ${missing.join(', ')}; it should be ${names.join(',')}`;
  const [only = ''] = header;
  if (only.includes('\0')) return `${lacks} (the file seems to be UTF-16: save it as UTF-8)`;
  const other = [';', '\t', '|'].find((mark) => header.length === 1 && only.includes(mark));
  if (other === undefined) return lacks;
  return `${lacks} (fields are separated by commas, not by ${other === '\t' ? 'tabs' : `‘${other}’`})`;
}
