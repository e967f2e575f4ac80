import { createSoughtStrings } from './sought-strings.ts';
import { createWordLists } from './word-lists.ts';

/**
 * Looks for many strings in a text at once, and for words that pass a test. What a word has is found once and remembered by its
 * letters: texts consist of few words, so most of a look is a look into a table.
 */
export interface Scanner {
  /** Makes a list of strings to look for. @returns the list's number, 1 or greater */
  add(strings: readonly string[]): number;
  /** Makes a list of all words that pass a test, which must be pure and ask no scanner. @returns the list's number */
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

export function createScanner(): Scanner {
  const strings = createSoughtStrings();
  const words = createWordLists(strings);
  let count = 1;
  const looks = Array.from({ length: looksMax }, emptyLook);
  let look = looks[0] ?? emptyLook();
  let oldest = 0;
  /** Lists were added since the last look: nothing that is known holds. */
  let isStale = false;
  const refresh = () => {
    isStale = false;
    words.forget();
    for (const one of looks) one.text = undefined;
    if (count > look.found.length * 32)
      for (const one of looks) one.found = new Int32Array((count >>> 4) + 8);
  };
  const reserve = (lists: number, from = count): number => {
    count = from + lists;
    isStale = true;
    return from;
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
      look.found.fill(0);
      look.found[0] = 1;
      words.mark(text, look.found);
    },
    has: (list) => ((look.found[list >>> 5] ?? 0) & (1 << (list & 31))) !== 0,
    bits: (place) => look.found[place] ?? 0,
  };
}

function emptyLook(): Look {
  return { text: undefined, found: new Int32Array(8) };
}

/** For all that looks at members' texts: a text is looked at once, for secrets as for rules. */
export const textScanner = createScanner();
