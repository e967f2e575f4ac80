import { createSoughtStrings, pairsOf } from './sought-strings.ts';
import { createWordTable, hashed, hashStart } from './word-table.ts';

/**
 * Looks for many strings in a text at once. What a word has is found once and remembered by its letters: texts consist of few
 * words, so most of a look is a look into a table.
 */
export interface Scanner {
  /** Makes a list of strings to look for. @returns the list's number, 1 or greater */
  add(strings: readonly string[]): number;
  /** Makes a list of all words that pass a test, which must be pure. @returns the list's number */
  addTest(test: (word: string) => boolean): number;
  /** Keeps so many numbers for lists. @returns the first one, a multiple of 32 */
  reserve(count: number): number;
  /** Adds strings to a list whose number was kept for it. */
  addTo(list: number, strings: readonly string[]): void;
  /** Adds the words that pass a test to a list whose number was kept for it. */
  addTestTo(list: number, test: (word: string) => boolean): void;
  /** Looks at a text. The answers of `has` are about this text until the next call. The same text again costs nothing. */
  scan(text: string): void;
  /** Whether the text has a string of this list. Every text has one of list 0. */
  has(list: number): boolean;
  /** The same for 32 lists, a bit for each. @param place the number of the first one, divided by 32 */
  bits(place: number): number;
}

/** How many texts are kept: as typed, and in the forms in which rules look at it. */
const looksMax = 6;

/** What a text has. */
interface Look {
  text: string | undefined;
  /** A bit for each list. */
  found: Int32Array;
}

/** The most numbers about words that are kept. Then all are forgotten, so that hostile texts can't fill the memory. */
const entriesMax = 1_000_000;

const space = 32;

export function createScanner(): Scanner {
  const strings = createSoughtStrings();
  const words = createWordTable();
  /** Of each word: how strings go on after it, the number of its pairs, then each pair: the place of 32 lists, and their bits. */
  let entries = new Int32Array(4_096);
  let end = 0;
  let count = 1;
  const looks = Array.from({ length: looksMax }, emptyLook);
  let look = looks[0] ?? emptyLook();
  let oldest = 0;
  /** Lists were added since the last look: nothing that is known holds. */
  let isStale = false;
  const forget = () => {
    words.clear();
    end = 0;
  };
  const refresh = () => {
    isStale = false;
    forget();
    for (const one of looks) one.text = undefined;
    if (count > look.found.length * 32)
      for (const one of looks) one.found = new Int32Array((count >>> 4) + 8);
  };
  const reserve = (lists: number, from = count): number => {
    count = from + lists;
    isStale = true;
    return from;
  };
  /** Writes what is known of a word. It is kept if there is space. */
  const entryOf = (text: string, from: number, to: number, hash: number): number => {
    const { lists, goesOn } = strings.of(text.slice(from, to));
    const pairs = pairsOf(lists);
    const length = pairs.length + 2;
    if (words.isFull() || end + length > entriesMax) forget();
    if (end + length > entries.length) entries = grown(entries, end + length);
    const entry = end;
    entries[entry] = strings.tree(goesOn);
    entries[entry + 1] = pairs.length / 2;
    entries.set(pairs, entry + 2);
    if (words.keep(text, from, to, hash, entry)) end += length;
    return entry;
  };
  const lookAt = (text: string, found: Int32Array) => {
    found.fill(0);
    found[0] = 1;
    // Each segment is a word with the space before it.
    for (let from = 0; from < text.length;) {
      let hash = hashed(hashStart, text.charCodeAt(from));
      let to = from + 1;
      for (; to < text.length; to += 1) {
        const code = text.charCodeAt(to);
        if (code === space) break;
        hash = hashed(hash, code);
      }
      const known = words.find(text, from, to, hash);
      const entry = known < 0 ? entryOf(text, from, to, hash) : known;
      const last = entry + 2 + 2 * (entries[entry + 1] ?? 0);
      for (let at = entry + 2; at < last; at += 2) {
        const place = entries[at] ?? 0;
        found[place] = (found[place] ?? 0) | (entries[at + 1] ?? 0);
      }
      const tree = entries[entry] ?? -1;
      if (tree >= 0) strings.walk(tree, text, to, found);
      from = to;
    }
  };
  return {
    add: (sought) => {
      const list = reserve(1);
      for (const string of sought) strings.add(string, list);
      return list;
    },
    addTest: (test) => {
      const list = reserve(1);
      strings.addTest(test, list);
      return list;
    },
    reserve: (lists) => reserve(lists, (count + 31) & ~31),
    addTo: (list, sought) => {
      for (const string of sought) strings.add(string, list);
      reserve(0);
    },
    addTestTo: (list, test) => {
      strings.addTest(test, list);
      reserve(0);
    },
    scan: (text) => {
      if (isStale) refresh();
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
      lookAt(text, look.found);
    },
    has: (list) => ((look.found[list >>> 5] ?? 0) & (1 << (list & 31))) !== 0,
    bits: (place) => look.found[place] ?? 0,
  };
}

function emptyLook(): Look {
  return { text: undefined, found: new Int32Array(8) };
}

function grown(entries: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(least, entries.length * 2));
  more.set(entries);
  return more;
}

/** For all that looks at members' texts: a text is looked at once, for secrets as for rules. */
export const textScanner = createScanner();
