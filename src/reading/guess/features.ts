/** The features of a text, as numbers of rows in the model's table. Valid until the next call. */
export interface Features {
  readonly rows: Int32Array;
  readonly count: number;
}

export type FeaturesOf = (plainText: string) => Features;

/** A longer text is cut here: its sentences are looked at one by one before. */
const wordsMax = 48;
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
  const scale = rowsMax / 2 ** 32;
  const letters = new Int32Array(lettersMax + 2);
  return (text) => {
    let count = 0;
    let words = 0;
    let length = 0;
    let before = seeds.pair;
    let beforeThat = seeds.apart;
    letters[0] = edge;
    const emit = (hash: number) => {
      if (count < featuresMax) rows[count++] = rowOf(hash, scale);
    };
    const endWord = () => {
      if (length === 0) return;
      const word = hashOf(letters, 1, length + 1, seeds.word);
      emit(word);
      emit(paired(before, word, seeds.pair));
      if (words > 0) emit(paired(beforeThat, word, seeds.apart));
      beforeThat = before;
      before = word;
      words += 1;
      letters[length + 1] = edge;
      if (length > 1) emitRuns(letters, length + 2, emit);
      length = 0;
    };
    for (let at = 0; at < text.length; at += 1) {
      if (words >= wordsMax) break;
      const kind = kindOf(text.charCodeAt(at));
      if (kind === 0) endWord();
      else if (kind === figure) {
        // All figures of a number are one sign.
        if (letters[length] !== figure || length === 0) length = put(letters, length, figure);
      } else length = put(letters, length, kind);
    }
    endWord();
    // What the last word stood before: nothing.
    emit(paired(before, edge, seeds.pair));
    return { rows, count };
  };
}

function put(letters: Int32Array, length: number, sign: number): number {
  if (length >= lettersMax) return length;
  letters[length + 1] = sign;
  return length + 1;
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

function emitRuns(letters: Int32Array, end: number, emit: (hash: number) => void): void {
  for (let from = 0; from + runMin <= end; from += 1) {
    let hash = seeds.run;
    const last = Math.min(from + runMax, end);
    for (let at = from; at < last; at += 1) {
      hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
      if (at - from + 1 >= runMin) emit(hash);
    }
  }
}

/** FNV-1a over letters. */
function hashOf(letters: Int32Array, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
  return hash;
}

function paired(one: number, other: number, seed: number): number {
  return Math.imul(Math.imul(one ^ seed, 0x85ebca6b) ^ other, 0x01000193);
}

/** Spreads a hash over all rows (the end of MurmurHash3). */
function rowOf(hash: number, scale: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return Math.floor((mixed >>> 0) * scale);
}
