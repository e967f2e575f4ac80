/** A part of a pattern, as far as it tells what a match contains. */
export type Part =
  /** Exactly one of these. */
  | { readonly kind: 'strings'; readonly strings: readonly string[] }
  /** No width: an assertion, a boundary. */
  | { readonly kind: 'nothing' }
  /** What must follow here, perhaps after the match. */
  | { readonly kind: 'ahead'; readonly of: Part }
  | { readonly kind: 'anything' }
  /** Up to so many times, or not at all. */
  | { readonly kind: 'maybe'; readonly of: Part; readonly times: number }
  /** At least once. */
  | { readonly kind: 'repeated'; readonly of: Part }
  | { readonly kind: 'choice'; readonly of: readonly Part[] }
  | { readonly kind: 'sequence'; readonly of: readonly Part[] };

const nothing: Part = { kind: 'nothing' };
const anything: Part = { kind: 'anything' };

/** A class of more characters than this counts as anything. */
const classMax = 24;

/** Parses the source of a valid regular expression. */
export function partsOf(source: string): Part {
  const cursor = { source, at: 0 };
  const whole = choiceAt(cursor);
  // A mark that we don't know: then nothing is known of the pattern.
  return cursor.at === source.length ? whole : anything;
}

interface Cursor {
  readonly source: string;
  at: number;
}

function choiceAt(cursor: Cursor): Part {
  const of = [sequenceAt(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    of.push(sequenceAt(cursor));
  }
  const [only] = of;
  return only && of.length === 1 ? only : { kind: 'choice', of };
}

function sequenceAt(cursor: Cursor): Part {
  const of: Part[] = [];
  // The letters of a word are one string, not a part each.
  let word = '';
  const endWord = () => {
    if (word !== '') of.push({ kind: 'strings', strings: [word] });
    word = '';
  };
  for (let sign = cursor.source[cursor.at]; sign !== undefined; sign = cursor.source[cursor.at]) {
    if (sign === '|' || sign === ')') break;
    const part = quantified(atomAt(cursor), cursor);
    const letter =
      part.kind === 'strings' && part.strings.length === 1 ? part.strings[0] : undefined;
    if (letter !== undefined) word += letter;
    else {
      endWord();
      of.push(part);
    }
  }
  endWord();
  return { kind: 'sequence', of };
}

/** What a quantifier begins with. */
const quantifies: ReadonlySet<string> = new Set('*+?{');
const quantifier = /[*+?]|\{(\d+)(,)?(\d*)\}/y;

function quantified(of: Part, cursor: Cursor): Part {
  if (!quantifies.has(cursor.source[cursor.at] ?? '')) return of;
  quantifier.lastIndex = cursor.at;
  const match = quantifier.exec(cursor.source);
  if (!match) return of;
  cursor.at += match[0].length;
  if (cursor.source[cursor.at] === '?') cursor.at += 1;
  const [mark, least = '', comma, most = ''] = match;
  if (mark === '?') return { kind: 'maybe', of, times: 1 };
  if (mark === '*' || least === '0')
    return { kind: 'maybe', of, times: comma !== undefined && most !== '' ? Number(most) : 2 };
  return mark === '{1}' ? of : { kind: 'repeated', of };
}

function atomAt(cursor: Cursor): Part {
  const { source, at } = cursor;
  const character = source[at] ?? '';
  if (character === '(') return groupAt(cursor);
  if (character === '[') return classAt(cursor);
  if (character === '\\') return escapeAt(cursor);
  cursor.at += 1;
  if (character === '.') return anything;
  if (character === '^' || character === '$') return nothing;
  return { kind: 'strings', strings: [character] };
}

const opening = /\((?:\?(?:(:|<[A-Za-z]\w*>)|(=|!|<=|<!)))?/y;

function groupAt(cursor: Cursor): Part {
  opening.lastIndex = cursor.at;
  const match = opening.exec(cursor.source);
  cursor.at += match?.[0].length ?? 1;
  const inner = choiceAt(cursor);
  cursor.at += 1;
  // What other assertions look at may not be there, or is known less exactly.
  if (match?.[2] === '=') return { kind: 'ahead', of: inner };
  return match?.[2] === undefined ? inner : nothing;
}

const classOf = /\[(\^?)((?:\\.|[^\]\\])*)\]/suy;

function classAt(cursor: Cursor): Part {
  classOf.lastIndex = cursor.at;
  const match = classOf.exec(cursor.source);
  cursor.at += match?.[0].length ?? 1;
  const [, negated = '', members = ''] = match ?? [];
  if (!match || negated !== '' || /\\[^'"./?!$*+()[\]{}|^-]|[^\\]-./su.test(members))
    return anything;
  const strings = Array.from(members.replaceAll('\\', ''));
  return strings.length > classMax ? anything : { kind: 'strings', strings };
}

function escapeAt(cursor: Cursor): Part {
  const { source, at } = cursor;
  const next = source[at + 1] ?? '';
  const [long = ''] =
    /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|\d+)/u.exec(
      source.slice(at, at + 40),
    ) ?? [];
  cursor.at += long === '' ? 2 : long.length;
  if (long !== '') return anything;
  if (next === 'b' || next === 'B') return nothing;
  if (next === 'd') return { kind: 'strings', strings: Array.from('0123456789') };
  // `\w`, `\W`, `\n`: a kind of characters.
  return /[A-Za-z]/.test(next) ? anything : { kind: 'strings', strings: [next] };
}
