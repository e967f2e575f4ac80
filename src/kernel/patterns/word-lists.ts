import { pairsOf, type SoughtStrings } from './sought-strings.ts';
import { createWordTable, hashed, hashStart } from './word-table.ts';

/** Marks which lists of strings a text has. What one word has is found once and remembered. */
export interface WordLists {
  /** Sets a bit for each list that the text has a string of. Other bits stay. */
  mark(text: string, found: Int32Array): void;
  /** Forgets all words: the lists have changed. */
  forget(): void;
}

/** The most numbers about words that are kept. Then all are forgotten, so that hostile texts can't fill the memory. */
const entriesMax = 1_000_000;

const space = 32;

export function createWordLists(strings: SoughtStrings): WordLists {
  const words = createWordTable();
  /** Of each word: how strings go on after it, the number of its pairs, then each pair: the place of 32 lists, and their bits. */
  let entries = new Int32Array(4_096);
  let end = 0;
  const forget = () => {
    words.clear();
    end = 0;
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
  const mark = (text: string, found: Int32Array) => {
    const { length } = text;
    // Each segment is a word with the space before it.
    for (let from = 0; from < length;) {
      let hash = hashed(hashStart, text.charCodeAt(from));
      let to = from + 1;
      for (; to < length; to += 1) {
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
  return { mark, forget };
}

function grown(entries: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(least, entries.length * 2));
  more.set(entries);
  return more;
}
