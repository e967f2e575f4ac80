import { readCsv } from './read-csv.ts';

/** A finding about one line of a file. */
export interface ImportError {
  readonly file: 'accounts' | 'transactions';
  readonly line: number;
  readonly reason: string;
}

/**
 * Reads a CSV file with a header into rows.
 * @param options.read makes a row of the fields, or says in words what is wrong with them
 * @returns the rows that can be used and what is wrong with the others, each with its line; where the header is wrong, no row
 */
export async function readTable<Name extends string, Row>(
  text: AsyncIterable<string>,
  options: {
    readonly file: ImportError['file'];
    readonly names: readonly Name[];
    readonly read: (fields: Record<Name, string>, line: number) => Row | string;
  },
): Promise<{ rows: Row[]; lines: number; errors: ImportError[] }> {
  const { file, names, read } = options;
  const rows: Row[] = [];
  const errors: ImportError[] = [];
  let lines = 0;
  let places: readonly number[] | undefined;
  let width = 0;
  for await (const record of readCsv(text)) {
    const tell = (reason: string) => errors.push({ file, line: record.line, reason });
    if (!places) {
      const header = (record.fields ?? []).map((name) => name.trim().toLowerCase());
      width = header.length;
      places = names.map((name) => header.indexOf(name));
      const missing = names.filter((_, index) => places?.[index] === -1);
      if (missing.length > 0) {
        tell(`the header lacks ${missing.join(', ')}; it should be ${names.join(',')}`);
        return { rows, lines, errors };
      }
      continue;
    }
    lines += 1;
    if (record.problem !== undefined) {
      tell(record.problem);
      continue;
    }
    if (record.fields.length !== width) {
      tell(`it has ${record.fields.length} fields where the header has ${width}`);
      continue;
    }
    if (record.fields.some((field) => field.includes('\0') || field.includes('\uFFFD'))) {
      tell('it has characters that are not UTF-8 text');
      continue;
    }
    const fields = record.fields;
    const entries = names.map(
      (name, index) => [name, fields[places?.[index] ?? -1] ?? ''] as const,
    );
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each name, just above
    const row = read(Object.fromEntries(entries) as Record<Name, string>, record.line);
    if (typeof row === 'string') tell(row);
    else rows.push(row);
  }
  if (!places) errors.push({ file, line: 1, reason: 'the file is empty' });
  return { rows, lines, errors };
}
