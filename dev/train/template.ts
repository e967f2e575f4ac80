/**
 * Parses a template for sentences: `(a|b|c)` is one of these, `[x]` may be left out, `{share}` is a slot. Groups may be nested.
 * An alternative may be empty: `(please|)`.
 */
export type Template =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Template[] }
  | { readonly kind: 'choice'; readonly of: readonly Template[] };

const nothing: Template = { kind: 'text', text: '' };

/** Parses one line. @throws Error with the column, if a group isn't closed or a character has no place */
export function parseTemplate(line: string): Template {
  const cursor = { line, at: 0 };
  const whole = parseChoice(cursor);
  if (cursor.at < line.length) fail(cursor, `unexpected "${line[cursor.at] ?? ''}"`);
  return whole;
}

interface Cursor {
  readonly line: string;
  at: number;
}

/** Reads alternatives up to a closing mark or the line's end. */
function parseChoice(cursor: Cursor): Template {
  const of = [parseSequence(cursor)];
  while (cursor.line[cursor.at] === '|') {
    cursor.at += 1;
    of.push(parseSequence(cursor));
  }
  const [only] = of;
  return only && of.length === 1 ? only : { kind: 'choice', of };
}

function parseSequence(cursor: Cursor): Template {
  const parts: Template[] = [];
  for (;;) {
    const part = parsePart(cursor);
    if (!part) return { kind: 'sequence', parts };
    parts.push(part);
  }
}

function parsePart(cursor: Cursor): Template | undefined {
  const { line, at } = cursor;
  const next = line[at];
  if (next === undefined || next === '|' || next === ')' || next === ']') return undefined;
  if (next === '(') return closed(cursor, ')');
  if (next === '[') return { kind: 'choice', of: [closed(cursor, ']'), nothing] };
  if (next === '{') return slotAt(cursor);
  const [text = ''] = /^[^()[\]{}|]+/.exec(line.slice(at)) ?? [];
  if (text === '') fail(cursor, `unexpected "${next}"`);
  cursor.at += text.length;
  return { kind: 'text', text };
}

function closed(cursor: Cursor, mark: string): Template {
  cursor.at += 1;
  const inner = parseChoice(cursor);
  if (cursor.line[cursor.at] !== mark) fail(cursor, `expected "${mark}"`);
  cursor.at += 1;
  return inner;
}

function slotAt(cursor: Cursor): Template {
  const [all = '', slot = ''] = /^\{([a-z]+)\}/.exec(cursor.line.slice(cursor.at)) ?? [];
  if (all === '') fail(cursor, 'expected a slot such as "{share}"');
  cursor.at += all.length;
  return { kind: 'slot', slot };
}

function fail({ line, at }: Cursor, problem: string): never {
  throw new Error(`column ${at + 1}: ${problem}: ${line}`);
}
