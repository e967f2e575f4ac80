import { Bug } from '../../kernel/assert.ts';
import type { LeftOut } from './recorded-tables.ts';

/** A statement that writes one table, as far as the record has to understand it. */
export interface WriteShape {
  readonly table: string;
  readonly verb: 'insert' | 'update' | 'delete';
  /** By what name the statement calls the table. */
  readonly alias: string;
  /** The columns that an update sets, also where a conflict turns an insert into one. */
  readonly sets?: readonly string[];
  readonly hasReturning: boolean;
}

interface Token {
  /** A word in lower case, a quoted name without its quotes, or a sign. */
  readonly text: string;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

const lexeme =
  /--[^\n]*|\/\*[^]*?\*\/|(\$\w*\$)[^]*?\1|[eE]?'(?:[^'\\]|''|\\.)*'|"((?:[^"]|"")*)"|([a-zA-Z_][\w$]*)|([(),=;.[\]])/g;

/**
 * Reads how a statement writes one of these tables. Its `returning` must be able to show the rows: so it writes one of them, and not
 * inside a `with`. An update that sets nothing but what the record leaves out counts for nothing.
 * @returns `undefined` where it writes none of them
 * @throws Bug where it writes one in a way that can't be seen
 */
export function writeShape(
  text: string,
  tables: Readonly<Record<string, LeftOut>>,
): WriteShape | undefined {
  if (!/\b(?:insert|update|delete|merge|truncate|copy)\b/i.test(text)) return undefined;
  const tokens = tokensOf(text);
  const writes = tokens.flatMap((_, at) => {
    const write = writeAt(tokens, at);
    if (!write || !Object.hasOwn(tables, write.table)) return [];
    const shape = shapeFrom(tokens, write);
    const isLeftOut = (column: string) => Object.hasOwn(tables[write.table] ?? {}, column);
    return write.verb === 'update' && shape.sets?.every(isLeftOut) ? [] : [{ ...write, shape }];
  });
  const [write, ...others] = writes;
  if (!write) return undefined;
  const { table, verb, depth, shape } = write;
  if (others.length > 0 || depth > 0 || !isVerb(verb))
    throw new Bug(`the record can't see what this writes in ${table}: ${text.slice(0, 200)}`);
  return { ...shape, table, verb };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const [, , quoted, word, sign] of text.matchAll(lexeme)) {
    if (sign === ')' || sign === ']') depth -= 1;
    const found = quoted ?? word?.toLowerCase() ?? sign;
    if (found !== undefined) tokens.push({ text: found, depth });
    if (sign === '(' || sign === '[') depth += 1;
  }
  return tokens;
}

type Verb = WriteShape['verb'];

const verbs: ReadonlySet<string> = new Set<Verb>(['insert', 'update', 'delete']);

function isVerb(word: string): word is Verb {
  return verbs.has(word);
}

/** A write that begins with this token: its table, and the place behind the table's name. */
function writeAt(
  tokens: readonly Token[],
  start: number,
): { verb: string; table: string; depth: number; next: number } | undefined {
  const { text: verb = '', depth = 0 } = tokens[start] ?? {};
  const wordAt = (at: number) => tokens[at]?.text ?? '';
  if (![...verbs, 'merge', 'truncate', 'copy'].includes(verb)) return undefined;
  // `for update` locks, and `do update` names no table.
  if (verb === 'update' && ['for', 'key', 'do'].includes(wordAt(start - 1))) return undefined;
  let at = start + 1;
  while (['into', 'from', 'table', 'only'].includes(wordAt(at))) at += 1;
  if (wordAt(at) === 'public' && wordAt(at + 1) === '.') at += 2;
  // Of another schema.
  if (wordAt(at + 1) === '.') return undefined;
  return { verb, table: wordAt(at), depth, next: at + 1 };
}

const afterTable = new Set([
  'set',
  '(',
  'select',
  'values',
  'default',
  'with',
  'using',
  'where',
  'returning',
  'on',
  'overriding',
]);

function shapeFrom(
  tokens: readonly Token[],
  { next, depth, table }: { next: number; depth: number; table: string },
): Pick<WriteShape, 'alias' | 'sets' | 'hasReturning'> {
  const end = tokens.findIndex((token, at) => at >= next && token.depth < depth);
  const rest = tokens
    .slice(next, end < 0 ? undefined : end)
    .map((token) => ({ ...token, depth: token.depth - depth }));
  const hasAs = rest[0]?.text === 'as';
  const named = rest[hasAs ? 1 : 0]?.text;
  const isAlias = named !== undefined && named !== ';' && (hasAs || !afterTable.has(named));
  const top = rest.filter((token) => token.depth === 0).map(({ text }) => text);
  const sets = setColumns(rest);
  return {
    alias: isAlias ? named : table,
    ...(sets ? { sets } : {}),
    hasReturning: top.includes('returning'),
  };
}

/** The columns behind the outermost `set`, up to the clause that ends it. */
function setColumns(rest: readonly Token[]): string[] | undefined {
  const start = rest.findIndex(({ text, depth }) => text === 'set' && depth === 0);
  if (start < 0) return undefined;
  const columns: string[] = [];
  let isName = true;
  for (const [index, { text, depth }] of rest.entries()) {
    if (index <= start) continue;
    const isOuter = depth === 0;
    if (isOuter && ['where', 'returning', ';'].includes(text)) break;
    if (isOuter && text === 'from' && rest[index - 1]?.text !== 'distinct') break;
    if (isOuter && text === ',') isName = true;
    else if (isOuter && text === '=') isName = false;
    else if (isName && /^\w+$/.test(text)) columns.push(text);
  }
  return columns;
}
