/** A record of a CSV file: its fields, or why it can't be read. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[]; readonly problem?: never }
  | { readonly line: number; readonly problem: string; readonly fields?: never };

/** The same; an unreadable record comes with the text of its line. */
export type RawRecord =
  | Extract<CsvRecord, { problem?: never }>
  | (Extract<CsvRecord, { problem: string }> & { readonly text: string });

/** A longer record has an unclosed quote. */
const recordMax = 20_000;

/**
 * Reads CSV by RFC 4180 and as programs write it: commas, quotes (doubled inside), either line
 * ending, also inside quotes, a byte order mark, empty lines. It reports an unreadable record with
 * its line and continues on the next line, so nothing else is lost.
 * @param text in pieces of any size, such as a file's stream
 * @returns records in order, each with its first line, counted from 1
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  for await (const record of readRecords(text)) {
    const { line, problem } = record;
    yield problem === undefined ? record : { line, problem };
  }
}

/** The same, with the text of unreadable records. */
export async function* readRecords(text: AsyncIterable<string>): AsyncGenerator<RawRecord> {
  let buffer = '';
  let line = 1;
  let isStart = true;
  const take = function* (isEnd: boolean): Generator<RawRecord> {
    let at = 0;
    while (at < buffer.length) {
      const parsed = parseRecord(buffer, at, isEnd);
      if (parsed === 'more') break;
      const { end, record } = parsed;
      // An empty line is not a record.
      if (record.problem !== undefined) yield { line, ...record };
      else if (record.fields.length > 1 || record.fields[0] !== '') yield { line, ...record };
      line += lineEnds(buffer, at, end);
      at = end;
    }
    buffer = buffer.slice(at);
  };
  for await (const piece of text) {
    buffer += isStart ? piece.replace(/^\uFEFF/, '') : piece;
    isStart = isStart && piece === '';
    yield* take(false);
  }
  yield* take(true);
}

interface Parsed {
  readonly end: number;
  readonly record:
    | { fields: string[]; problem?: never }
    | { problem: string; text: string; fields?: never };
}

function parseRecord(text: string, start: number, isEnd: boolean): Parsed | 'more' {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at);
    // The piece may end inside a field, a doubled quote or a line ending.
    if (field.end >= text.length - 1 && !isEnd) return 'more';
    if (field.problem !== undefined) {
      const mayClose = field.isOpen && text.length - start <= recordMax;
      return mayClose && !isEnd
        ? 'more'
        : unreadable(text, start, { problem: field.problem, isEnd });
    }
    fields.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    return { end: at + lineEndAt(text, at), record: { fields } };
  }
}

type Field =
  | { readonly value: string; readonly end: number; readonly problem?: never }
  | { readonly problem: string; readonly isOpen: boolean; readonly end: number };

function bare(text: string, start: number): Field {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
  }
  const value = text.slice(start, end);
  if (value.includes('"')) {
    return { problem: 'there is a quote inside an unquoted field', isOpen: false, end };
  }
  return { value, end };
}

function quoted(text: string, start: number): Field {
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) {
      return { problem: 'an opening quote has no closing quote', isOpen: true, end: start };
    }
    if (text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    const end = close + 1;
    const next = text[end];
    if (next !== undefined && next !== ',' && next !== '\n' && next !== '\r') {
      return { problem: 'there is text after a closing quote', isOpen: false, end };
    }
    return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
  }
}

/** Skips a record and continues after the line on which it started. */
function unreadable(
  text: string,
  start: number,
  { problem, isEnd }: { problem: string; isEnd: boolean },
): Parsed | 'more' {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  if (end >= text.length - 1 && !isEnd) return 'more';
  return { end: end + lineEndAt(text, end), record: { problem, text: text.slice(start, end) } };
}

function lineEndAt(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return at < text.length ? 1 : 0;
}

function lineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count += 1;
  }
  return count;
}
