/**
 * Looks for many strings in a text at once. What a word has is found once and remembered by its letters: texts consist of few
 * words, so most of a look is a look into a table.
 */
export interface Scanner {
  /** Makes a list of strings to look for. @returns the list's number, 1 or greater */
  add(strings: readonly string[]): number;
  /** Looks at a text. The answers of `has` are about this text until the next call. The same text again costs nothing. */
  scan(text: string): void;
  /** Whether the text has a string of this list. Every text has one of list 0. */
  has(list: number): boolean;
}

/** Words that are remembered. Then all are forgotten, so that hostile texts can't fill the memory. */
const wordsMax = 20_000;

/** A longer word is a link or nonsense: it is looked at each time. */
const wordMax = 40;

/** The lists of strings that lie within a word, the space before it included; and of those that go on after it. */
interface Word {
  readonly lists: readonly number[];
  readonly goesOn: readonly GoesOn[];
}

/** The rest of a string, from the space after a word on. */
interface GoesOn {
  readonly rest: string;
  readonly lists: readonly number[];
}

/** Strings without a space, except at their start, begin with one of these keys. */
const keyMax = 3;

export function createScanner(): Scanner {
  const table: Table = { within: new Map(), beyond: new Map() };
  const words = new Map<string, Word>();
  let count = 1;
  /** The turn in which a list was last found. */
  let found = new Uint32Array(64);
  let turn = 0;
  let last: string | undefined;
  const mark = (lists: readonly number[]) => {
    for (let at = 0; at < lists.length; at += 1) found[lists[at] ?? 0] = turn;
  };
  const wordAt = (segment: string): Word => {
    const known = words.get(segment);
    if (known) return known;
    const made = wordOf(segment, table);
    if (segment.length > wordMax) return made;
    if (words.size >= wordsMax) words.clear();
    words.set(segment, made);
    return made;
  };
  return {
    add: (strings) => {
      const list = count;
      count += 1;
      for (const string of strings) addTo(table, string, list);
      if (count > found.length) {
        const longer = new Uint32Array(found.length * 2);
        longer.set(found);
        found = longer;
      }
      words.clear();
      last = undefined;
      return list;
    },
    scan: (text) => {
      if (text === last) return;
      last = text;
      turn += 1;
      found[0] = turn;
      // Each segment is a word with the space before it.
      for (let from = 0; from < text.length;) {
        const space = text.indexOf(' ', from + 1);
        const to = space < 0 ? text.length : space;
        const { lists, goesOn } = wordAt(text.slice(from, to));
        mark(lists);
        for (let at = 0; at < goesOn.length; at += 1) {
          const one = goesOn[at];
          if (one && text.startsWith(one.rest, to)) mark(one.lists);
        }
        from = to;
      }
    },
    has: (list) => found[list] === turn,
  };
}

interface Sought {
  readonly string: string;
  readonly lists: number[];
}

interface Table {
  /** Strings within a word, by their first characters. */
  readonly within: Map<string, Sought[]>;
  /** Other strings, by what they have before their first space that isn't at their start. */
  readonly beyond: Map<string, Sought[]>;
}

function addTo({ within, beyond }: Table, string: string, list: number): void {
  const space = string.indexOf(' ', 1);
  const table = space < 0 ? within : beyond;
  const key = string.slice(0, space < 0 ? keyMax : space);
  const group = table.get(key) ?? [];
  table.set(key, group);
  const known = group.find((sought) => sought.string === string);
  if (known) known.lists.push(list);
  else group.push({ string, lists: [list] });
}

function wordOf(segment: string, { within, beyond }: Table): Word {
  const lists = new Set<number>();
  const goesOn = new Map<string, Set<number>>();
  for (let at = 0; at < segment.length; at += 1) {
    for (let length = 1; length <= keyMax && at + length <= segment.length; length += 1) {
      for (const sought of within.get(segment.slice(at, at + length)) ?? [])
        if (segment.startsWith(sought.string, at)) for (const list of sought.lists) lists.add(list);
    }
    const tail = segment.slice(at);
    for (const sought of beyond.get(tail) ?? []) {
      const rest = sought.string.slice(tail.length);
      const known = goesOn.get(rest) ?? new Set();
      goesOn.set(rest, known);
      for (const list of sought.lists) known.add(list);
    }
  }
  return {
    lists: [...lists],
    goesOn: [...goesOn].map(([rest, its]) => ({ rest, lists: [...its] })),
  };
}
