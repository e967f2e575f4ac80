/**
 * Numbers for words of texts. A word is found by its place in the text, so that no string is made for it, which would cost more
 * than all else.
 */
export interface WordTable {
  /** The word's number, or -1. @param hash of its characters, by `hashed` */
  find(text: string, from: number, to: number, hash: number): number;
  /** Keeps a word that isn't known with a number, 0 or greater. @returns whether it is kept */
  keep(text: string, from: number, to: number, hash: number, value: number): boolean;
  isFull(): boolean;
  /** Forgets all words. */
  clear(): void;
}

/** The most words that are kept, so that hostile texts can't fill the memory. */
const wordsMax = 20_000;
/** A longer word is a link or nonsense: it isn't kept. */
const lettersMax = 40;
/** Slots of the table: a power of 2, of which at most a third is used. */
const slotsMax = 65_536;
/** Words with like hashes lie side by side. Someone who sends many of them gains nothing: they aren't kept. */
const besideMax = 24;

/** Begins a hash. */
export const hashStart = 0x811c9dc5;

/** Adds a character to a hash (FNV-1a). */
export function hashed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The hash of a part of a text. */
export function hashIn(text: string, from: number, to: number): number {
  let hash = hashStart;
  for (let at = from; at < to; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}

export function createWordTable(): WordTable {
  /** The index of each slot's word, plus 1; 0: none. */
  const slots = new Int32Array(slotsMax);
  const hashes = new Int32Array(wordsMax);
  const values = new Int32Array(wordsMax);
  /** Where each word's characters begin. */
  const starts = new Int32Array(wordsMax + 1);
  let letters = new Uint16Array(4_096);
  let count = 0;
  const isAt = (index: number, text: string, from: number, to: number): boolean => {
    let at = starts[index] ?? 0;
    if ((starts[index + 1] ?? 0) - at !== to - from) return false;
    for (let place = from; place < to; place += 1) {
      if (letters[at] !== text.charCodeAt(place)) return false;
      at += 1;
    }
    return true;
  };
  return {
    find: (text, from, to, hash) => {
      for (let slot = slotOf(hash); ; slot = (slot + 1) & (slotsMax - 1)) {
        const index = (slots[slot] ?? 0) - 1;
        if (index < 0) return -1;
        if (hashes[index] === hash && isAt(index, text, from, to)) return values[index] ?? -1;
      }
    },
    keep: (text, from, to, hash, value) => {
      if (to - from > lettersMax) return false;
      let slot = slotOf(hash);
      for (let beside = 0; slots[slot] !== 0; beside += 1) {
        if (beside >= besideMax) return false;
        slot = (slot + 1) & (slotsMax - 1);
      }
      const start = starts[count] ?? 0;
      if (start + lettersMax > letters.length) letters = grown(letters);
      for (let place = from; place < to; place += 1)
        letters[start + place - from] = text.charCodeAt(place);
      hashes[count] = hash;
      values[count] = value;
      count += 1;
      starts[count] = start + to - from;
      slots[slot] = count;
      return true;
    },
    isFull: () => count >= wordsMax,
    clear: () => {
      slots.fill(0);
      count = 0;
    },
  };
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (slotsMax - 1);
}

function grown(letters: Uint16Array): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(letters.length * 2);
  more.set(letters);
  return more;
}
