import { assert } from '../../kernel/assert.ts';
import { exponential } from './exponential.ts';
import { createWordTable, hashIn } from '../../kernel/patterns/word-table.ts';
import {
  apartOf,
  createLetters,
  createRowOf,
  emitRuns,
  lettersIn,
  pairOf,
  textEnd,
  textStart,
  wordAfter,
  wordEnd,
  wordHash,
  wordsMax,
} from './features.ts';

/**
 * A multinomial logistic regression: one whole number from -127 to 127 for each row and label. A text's rows are summed; the sums
 * give the chances of the labels.
 */
export interface Model {
  readonly labels: readonly string[];
  readonly rows: number;
  /** What a weight of 1 means. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/** Scores a text in lower case without accents: a chance for each label, in the order of labels. Valid until the next call. */
export type Score = (plainText: string) => Float64Array;

/** Writes a model as bytes: one line of JSON, then the weights. */
export function encodeModel({ labels, rows, scale, weights }: Model): Uint8Array {
  const head = new TextEncoder().encode(`${JSON.stringify({ labels, rows, scale })}\n`);
  const bytes = new Uint8Array(head.length + weights.length);
  bytes.set(head);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), head.length);
  return bytes;
}

/** Reads a model from its bytes. */
export function decodeModel(bytes: Uint8Array): Model {
  const end = bytes.indexOf(0x0a);
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  assert(isHead(head), 'a model begins with its labels, rows and scale');
  const weights = Int8Array.from(bytes.subarray(end + 1));
  assert(
    weights.length === head.rows * head.labels.length,
    'a model has a weight for each row and label',
  );
  return { ...head, weights };
}

function isHead(head: unknown): head is Omit<Model, 'weights'> {
  return (
    typeof head === 'object' &&
    head !== null &&
    'labels' in head &&
    Array.isArray(head.labels) &&
    'rows' in head &&
    typeof head.rows === 'number' &&
    'scale' in head &&
    typeof head.scale === 'number'
  );
}

/** Words whose sums are kept take at most so many numbers. Then all are forgotten. */
const entriesMax = 500_000;

/**
 * Prepares a model for scoring. The sums of a word and its runs of letters are kept: texts consist of few words, so that only pairs
 * of words are looked up.
 */
export function createScore({ labels, rows, weights, scale }: Model): Score {
  const width = labels.length;
  const rowOf = createRowOf(rows);
  const letters = createLetters();
  const words = createWordTable();
  /** Of each word: its hash, how many features it has, then a sum for each label. */
  let entries = new Int32Array(4_096);
  let end = 0;
  const sums = new Int32Array(width);
  const chances = new Float64Array(width);
  const addRow = (target: Int32Array, start: number, hash: number) => {
    const row = rowOf(hash) * width;
    for (let at = 0; at < width; at += 1)
      target[start + at] = (target[start + at] ?? 0) + (weights[row + at] ?? 0);
  };
  const entryOf = (text: string, from: number, to: number, hash: number): number => {
    const length = width + 2;
    if (words.isFull() || end + length > entriesMax) {
      words.clear();
      end = 0;
    }
    if (end + length > entries.length) entries = grown(entries);
    const entry = end;
    entries.fill(0, entry, entry + length);
    const letterCount = lettersIn(text, from, to, letters);
    const word = wordHash(letters, letterCount);
    let features = 1;
    addRow(entries, entry + 2, word);
    emitRuns(letters, letterCount, (run) => {
      features += 1;
      addRow(entries, entry + 2, run);
    });
    entries[entry] = word;
    entries[entry + 1] = features;
    if (words.keep(text, from, to, hash, entry)) end += length;
    return entry;
  };
  return (text) => {
    let count = 0;
    sums.fill(0);
    let before = textStart;
    let beforeThat = textStart;
    let place = 0;
    for (let from = wordAfter(text, 0); from >= 0 && place < wordsMax; place += 1) {
      const to = wordEnd(text, from);
      const hash = hashIn(text, from, to);
      const known = words.find(text, from, to, hash);
      const entry = known < 0 ? entryOf(text, from, to, hash) : known;
      for (let at = 0; at < width; at += 1)
        sums[at] = (sums[at] ?? 0) + (entries[entry + 2 + at] ?? 0);
      const word = entries[entry] ?? 0;
      addRow(sums, 0, pairOf(before, word));
      if (place > 0) addRow(sums, 0, apartOf(beforeThat, word));
      count += (entries[entry + 1] ?? 0) + (place > 0 ? 2 : 1);
      beforeThat = before;
      before = word;
      from = wordAfter(text, to);
    }
    addRow(sums, 0, pairOf(before, textEnd));
    toChances(sums, scale / Math.sqrt(count + 1), chances);
    return chances;
  };
}

function grown(entries: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(entries.length * 2);
  more.set(entries);
  return more;
}

function toChances(sums: Int32Array, value: number, chances: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let whole = 0;
  for (let at = 0; at < sums.length; at += 1) {
    const raised = exponential(((sums[at] ?? 0) - most) * value);
    chances[at] = raised;
    whole += raised;
  }
  for (let at = 0; at < sums.length; at += 1) chances[at] = (chances[at] ?? 0) / whole;
}
