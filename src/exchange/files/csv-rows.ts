import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileFormat } from './mapping.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** One row of a file, with the line on which it starts. */
export interface FileRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A longer row has a quote that nothing closes. */
const rowMax = 100_000;

/**
 * Reads a file of separated values, row by row.
 * @param bytes in pieces of any size
 * @throws UnreadableFile for a quote that is out of place, with its line
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  format: FileFormat,
): AsyncGenerator<FileRow> {
  const parser = Readable.from(decoded(bytes, format.encoding)).compose(
    parse({
      bom: true,
      delimiter: format.separator,
      quote: format.quote === '' ? false : format.quote,
      escape: format.quote === '' ? false : format.quote,
      info: true,
      max_record_size: rowMax,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `info` gives each record this form
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      if (record.every((field) => field.trim() === '')) continue;
      yield { line: info.lines - linesInside(record), fields: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error);
    throw error;
  }
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** Latin-1 as programs mean it: with the quotes and the euro sign of Windows-1252. */
async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: FileFormat['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : 'utf-8');
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function linesInside(record: readonly string[]): number {
  let count = 0;
  for (const field of record)
    if (field.includes('\n') || field.includes('\r')) count += field.split(/\r\n|\n|\r/).length - 1;
  return count;
}

function unreadable(error: CsvError): UnreadableFile {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  const says =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'an opening quote has no closing quote'
      : error.code === 'CSV_INVALID_CLOSING_QUOTE'
        ? 'there is text after a closing quote'
        : 'there is a quote inside an unquoted field';
  return new UnreadableFile(
    `${says}: correct it, or say "quote": "" in the mapping if the file doesn’t quote its fields`,
    line,
  );
}
