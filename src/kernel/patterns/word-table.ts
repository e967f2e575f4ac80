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
/** Slots of a table, a power of 2: it doubles when a third is used. A small table stays in the processor's cache. */
const slotsMin = 1_024;
/** Words with like hashes lie side by side. Someone who sends many of them gains nothing: they aren't kept. */
const besideMax = 24;
/** The numbers before a word's characters: its hash, its value, its length. */
const headLength = 3;

/** Begins a hash, as a table of 32 bits keeps it. */
export const hashStart = 0x811c9dc5 | 0;

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
  /** Where each slot's word is kept; 0: none. */
  let slots = new Int32Array(slotsMin);
  let mask = slotsMin - 1;
  /** Each word: its head, then its characters, two in a number. What is read together lies together. */
  let kept = new Int32Array(1_024);
  let end = 1;
  let count = 0;
  const isAt = (word: number, text: string, from: number, to: number): boolean => {
    if (kept[word + 2] !== to - from) return false;
    let at = word + headLength;
    let place = from;
    for (; place + 1 < to; place += 2) {
      if (kept[at] !== (text.charCodeAt(place) | (text.charCodeAt(place + 1) << 16))) return false;
      at += 1;
    }
    return place === to || kept[at] === text.charCodeAt(place);
  };
  /** @returns the first slot for a hash that no word has; -1 if too many lie side by side */
  const freeSlot = (hash: number): number => {
    let slot = mixed(hash) & mask;
    for (let beside = 0; slots[slot] !== 0; beside += 1) {
      if (beside >= besideMax) return -1;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const widen = () => {
    const words = slots.filter((word) => word !== 0);
    slots = new Int32Array(slots.length * 2);
    mask = slots.length - 1;
    for (const word of words) {
      const slot = freeSlot(kept[word] ?? 0);
      if (slot >= 0) slots[slot] = word;
    }
  };
  return {
    find: (text, from, to, hash) => {
      for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
        const word = slots[slot] ?? 0;
        if (word === 0) return -1;
        if (kept[word] === hash && isAt(word, text, from, to)) return kept[word + 1] ?? -1;
      }
    },
    keep: (text, from, to, hash, value) => {
      if (to - from > lettersMax) return false;
      if (count * 3 >= slots.length) widen();
      const slot = freeSlot(hash);
      if (slot < 0) return false;
      if (end + headLength + lettersMax > kept.length) kept = grown(kept);
      slots[slot] = end;
      kept[end] = hash;
      kept[end + 1] = value;
      kept[end + 2] = to - from;
      end += headLength;
      for (let place = from; place < to; place += 2) {
        const second = place + 1 < to ? text.charCodeAt(place + 1) << 16 : 0;
        kept[end] = text.charCodeAt(place) | second;
        end += 1;
      }
      count += 1;
      return true;
    },
    isFull: () => count >= wordsMax,
    clear: () => {
      slots.fill(0);
      count = 0;
      end = 1;
    },
  };
}

/** A hash whose low bits tell as much as its high ones. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

function grown(kept: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(kept.length * 2);
  more.set(kept);
  return more;
}
