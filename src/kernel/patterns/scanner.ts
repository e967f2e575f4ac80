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

/** The lists of strings that lie within a word, the space before it included; and how those go on that its end begins. */
interface Word {
  /** A bit for each list, 32 lists a number; and where these numbers belong. Numbers without a bit are left out. */
  readonly bits: Int32Array;
  readonly places: Uint16Array;
  readonly goesOn: readonly Tree[];
}

/** How strings go on, from the space after a word: a tree of characters. */
interface Tree {
  readonly next: Map<number, Tree>;
  /** Of the strings that end here. */
  readonly lists: number[];
}

/** Strings without a space, except at their start, begin with one of these keys. */
const keyMax = 3;

export function createScanner(): Scanner {
  const table: Table = { within: new Map(), beyond: new Map() };
  const words = new Map<string, Word>();
  let count = 1;
  const looks = Array.from({ length: looksMax }, emptyLook);
  let look = emptyLook();
  let oldest = 0;
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
      words.clear();
      for (const one of looks) {
        one.text = undefined;
        if (count > one.found.length * 32) one.found = new Uint32Array(one.found.length * 2);
      }
      return list;
    },
    scan: (text) => {
      if (text === look.text) return;
      for (let at = 0; at < looksMax; at += 1) {
        const known = looks[at];
        if (known?.text !== text) continue;
        look = known;
        return;
      }
      look = looks[oldest] ?? look;
      oldest = (oldest + 1) % looksMax;
      look.text = text;
      const { found } = look;
      found.fill(0);
      found[0] = 1;
      // Each segment is a word with the space before it.
      for (let from = 0; from < text.length;) {
        const space = text.indexOf(' ', from + 1);
        const to = space < 0 ? text.length : space;
        const { bits, places, goesOn } = wordAt(text.slice(from, to));
        for (let at = 0; at < places.length; at += 1) {
          const place = places[at] ?? 0;
          found[place] = (found[place] ?? 0) | (bits[at] ?? 0);
        }
        for (let index = 0; index < goesOn.length; index += 1) {
          let tree = goesOn[index];
          for (let at = to; tree; at += 1) {
            for (const list of tree.lists)
              found[list >>> 5] = (found[list >>> 5] ?? 0) | (1 << (list & 31));
            tree = tree.next.get(text.charCodeAt(at));
          }
        }
        from = to;
      }
    },
    has: (list) => ((look.found[list >>> 5] ?? 0) & (1 << (list & 31))) !== 0,
  };
}

/** How many texts are kept: as typed, and in the forms in which rules look at it. */
const looksMax = 4;

/** What a text has. */
interface Look {
  text: string | undefined;
  /** A bit for each list. */
  found: Uint32Array;
}

function emptyLook(): Look {
  return { text: undefined, found: new Uint32Array(8) };
}

interface Sought {
  readonly string: string;
  readonly lists: number[];
}

interface Table {
  /** Strings within a word, by their first characters. */
  readonly within: Map<string, Sought[]>;
  /** How other strings go on, by what they have before their first space that isn't at their start. */
  readonly beyond: Map<string, Tree>;
}

function addTo({ within, beyond }: Table, string: string, list: number): void {
  const space = string.indexOf(' ', 1);
  if (space < 0) {
    const key = string.slice(0, keyMax);
    const group = within.get(key) ?? [];
    within.set(key, group);
    const known = group.find((sought) => sought.string === string);
    if (known) known.lists.push(list);
    else group.push({ string, lists: [list] });
    return;
  }
  const head = string.slice(0, space);
  let tree = beyond.get(head) ?? emptyTree();
  beyond.set(head, tree);
  for (let at = space; at < string.length; at += 1) {
    const code = string.charCodeAt(at);
    const next = tree.next.get(code) ?? emptyTree();
    tree.next.set(code, next);
    tree = next;
  }
  tree.lists.push(list);
}

function emptyTree(): Tree {
  return { next: new Map(), lists: [] };
}

function wordOf(segment: string, { within, beyond }: Table): Word {
  const numbers = new Map<number, number>();
  const goesOn: Tree[] = [];
  for (let at = 0; at < segment.length; at += 1) {
    for (let length = 1; length <= keyMax && at + length <= segment.length; length += 1) {
      for (const { string, lists } of within.get(segment.slice(at, at + length)) ?? []) {
        if (!segment.startsWith(string, at)) continue;
        for (const list of lists)
          numbers.set(list >>> 5, (numbers.get(list >>> 5) ?? 0) | (1 << (list & 31)));
      }
    }
    const tree = beyond.get(segment.slice(at));
    if (tree) goesOn.push(tree);
  }
  return {
    bits: Int32Array.from(numbers.values()),
    places: Uint16Array.from(numbers.keys()),
    goesOn,
  };
}

/** For all that looks at members' texts: a text is looked at once, for secrets as for rules. */
export const textScanner = createScanner();
