import { assert } from '../../kernel/assert.ts';
import { exponential } from './exponential.ts';
import { createFeatures, type Features, type FeaturesOf } from './features.ts';

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

/** Prepares a model for scoring. */
export function createScore(model: Model): Score {
  const { labels, rows, weights, scale } = model;
  const featuresOf: FeaturesOf = createFeatures(rows);
  const sums = new Int32Array(labels.length);
  const chances = new Float64Array(labels.length);
  return (text) => {
    const features = featuresOf(text);
    addRows(features, weights, sums);
    toChances(sums, scale / Math.sqrt(features.count), chances);
    return chances;
  };
}

/** Adds up the weights of all rows for each label: four labels at once, so that their sums stay in registers. */
function addRows({ rows, count }: Features, weights: Int8Array, sums: Int32Array): void {
  const width = sums.length;
  let first = 0;
  for (; first + 4 <= width; first += 4) {
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let index = 0; index < count; index += 1) {
      const place = (rows[index] ?? 0) * width + first;
      one += weights[place] ?? 0;
      two += weights[place + 1] ?? 0;
      three += weights[place + 2] ?? 0;
      four += weights[place + 3] ?? 0;
    }
    sums[first] = one;
    sums[first + 1] = two;
    sums[first + 2] = three;
    sums[first + 3] = four;
  }
  for (; first < width; first += 1) {
    let one = 0;
    for (let index = 0; index < count; index += 1)
      one += weights[(rows[index] ?? 0) * width + first] ?? 0;
    sums[first] = one;
  }
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
