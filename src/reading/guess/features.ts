/** The features of a text, as numbers of rows in the model's table. Valid until the next call. */
export interface Features {
  readonly rows: Int32Array;
  readonly count: number;
}

export type FeaturesOf = (plainText: string) => Features;

/** A longer text is cut here: its sentences are looked at one by one before. */
export const wordsMax = 48;
const lettersMax = 24;
/** The most features of `wordsMax` words of `lettersMax` letters. */
const featuresMax = 8_192;

/** Different starts, so that a word, a pair and a run of letters don't share a row by design. */
const seeds = { word: 0x811c9dc5, pair: 0x9e3779b9, apart: 0x85ebca6b, run: 0xc2b2ae35 };

/** The runs of letters within a word, with a mark at both ends. */
const runMin = 3;
const runMax = 5;
const edge = 1;

/**
 * Creates a function that hashes a text's words, pairs of words and runs of letters to rows. It takes a text in lower case without
 * accents (`plain`). Every figure counts as the same word, so no amount and no number of an account decides anything.
 */
export function createFeatures(rowsMax: number): FeaturesOf {
  const rows = new Int32Array(featuresMax);
  const rowOf = createRowOf(rowsMax);
  const letters = createLetters();
  return (text) => {
    let count = 0;
    const emit = (hash: number) => {
      if (count < featuresMax) rows[count++] = rowOf(hash);
    };
    let before = textStart;
    let beforeThat = textStart;
    let words = 0;
    for (let from = wordAfter(text, 0); from >= 0 && words < wordsMax; words += 1) {
      const to = wordEnd(text, from);
      const length = lettersIn(text, from, to, letters);
      const word = wordHash(letters, length);
      // The trainer adds in this order, so another one would give other weights.
      emit(word);
      emit(pairOf(before, word));
      if (words > 0) emit(apartOf(beforeThat, word));
      emitRuns(letters, length, emit);
      beforeThat = before;
      before = word;
      from = wordAfter(text, to);
    }
    emit(pairOf(before, textEnd));
    return { rows, count };
  };
}

/** Where the next word begins; -1 if there is none. */
export function wordAfter(text: string, from: number): number {
  const { length } = text;
  for (let at = from; at < length; at += 1) if (kindOf(text.charCodeAt(at)) !== 0) return at;
  return -1;
}

export function wordEnd(text: string, from: number): number {
  const { length } = text;
  let to = from + 1;
  while (to < length && kindOf(text.charCodeAt(to)) !== 0) to += 1;
  return to;
}

/** Space for a word's letters, with a mark at both ends. */
export function createLetters(): Int32Array {
  const letters = new Int32Array(lettersMax + 2);
  letters[0] = edge;
  return letters;
}

/** Writes a word's letters. All figures of a number are one sign. @returns how many there are */
export function lettersIn(text: string, from: number, to: number, letters: Int32Array): number {
  let length = 0;
  for (let at = from; at < to && length < lettersMax; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === figure && length > 0 && letters[length] === figure) continue;
    length += 1;
    letters[length] = kind;
  }
  letters[length + 1] = edge;
  return length;
}

/** The hash of a word (FNV-1a). */
export function wordHash(letters: Int32Array, length: number): number {
  let hash = seeds.word;
  for (let at = 1; at <= length; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
  return hash;
}

/** Calls back with the hashes of a word's runs of letters. A letter alone has none. */
export function emitRuns(letters: Int32Array, length: number, emit: (hash: number) => void): void {
  if (length < 2) return;
  const end = length + 2;
  for (let from = 0; from + runMin <= end; from += 1) {
    let hash = seeds.run;
    const last = Math.min(from + runMax, end);
    for (let at = from; at < last; at += 1) {
      hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
      if (at - from + 1 >= runMin) emit(hash);
    }
  }
}

/** Stands for a word before the first one, and for the one after the last. */
export const textStart = seeds.pair;
export const textEnd = edge;

/** The hash of two words side by side. */
export function pairOf(before: number, word: number): number {
  return paired(before, word, seeds.pair);
}

/** The hash of two words with another one between them. */
export function apartOf(beforeThat: number, word: number): number {
  return paired(beforeThat, word, seeds.apart);
}

const figure = 48;
const money = 36;

/** 0 separates words; a figure and a currency sign each stand for all of their kind; a letter stands for itself. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 48 && code <= 57) return figure;
  if (code === 36 || code === 0x20ac || code === 0xa3) return money;
  return code >= 0xaa && code < 0x2000 && code !== 0xbf && code !== 0xab && code !== 0xbb
    ? code
    : 0;
}

function paired(one: number, other: number, seed: number): number {
  return Math.imul(Math.imul(one ^ seed, 0x85ebca6b) ^ other, 0x01000193);
}

/** Spreads hashes over all rows (the end of MurmurHash3). */
export function createRowOf(rowsMax: number): (hash: number) => number {
  const scale = rowsMax / 2 ** 32;
  return (hash) => Math.floor((mixedOf(hash) >>> 0) * scale);
}

function mixedOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
