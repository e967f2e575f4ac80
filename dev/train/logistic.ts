import type { Random } from '../../src/kernel/random.ts';
import { exponential } from '../../src/reading/guess/exponential.ts';

/** The sentences to learn from, in flat lists. */
export interface Samples {
  /** The features of all sentences, one sentence after another. */
  readonly rows: Uint16Array;
  /** Where each sentence's features begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  /** How much each sentence weighs. */
  readonly weights: Float64Array;
}

export interface Training {
  readonly rows: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  readonly random: Random;
}

/** A label whose chance is off by less than this learns nothing from a sentence. */
const slopeMin = 2e-3;

/** A sentence whose own label is this near to 1 is left out of the next epoch. */
const sureMin = 0.98;

/**
 * Learns a multinomial logistic regression by stochastic gradient descent with AdaGrad. Only sums, products, quotients and square
 * roots, rounded as IEEE 754 defines them: they have the same bits on every machine, so the same samples give the same weights.
 * Nearly all time would go to labels and sentences that are right already, so these are passed over.
 * @returns weights by row, then by label
 */
export function learn(samples: Samples, training: Training): Float32Array {
  const { rows, labels, epochs, random } = training;
  const state: State = {
    labels,
    weights: new Float32Array(rows * labels),
    squares: new Float32Array(rows * labels).fill(1e-2),
    slopes: new Float64Array(labels),
    wrong: new Uint8Array(labels),
  };
  const order = Uint32Array.from(samples.labels, (_, index) => index);
  const rests = new Uint8Array(order.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const rate = training.rate * (1 - epoch / epochs);
    for (let at = 0; at < order.length; at += 1) {
      const index = order[at] ?? 0;
      if (rests[index] === 1) rests[index] = 0;
      else if (step(samples, index, rate, state) >= sureMin) rests[index] = 1;
    }
  }
  return state.weights;
}

interface State {
  readonly labels: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  /** How far each label's chance is off. */
  readonly slopes: Float64Array;
  /** The labels that learn from the sentence. */
  readonly wrong: Uint8Array;
}

/** Learns from one sentence. @returns the chance that its own label had before */
function step(
  { rows, starts, labels, weights: importance }: Samples,
  sample: number,
  rate: number,
  state: State,
): number {
  const from = starts[sample] ?? 0;
  const to = starts[sample + 1] ?? from;
  const value = 1 / Math.sqrt(to - from);
  const label = labels[sample] ?? 0;
  chancesOf(rows, from, to, value, state);
  const { slopes, wrong, weights, squares, labels: width } = state;
  const chance = slopes[label] ?? 0;
  slopes[label] = chance - 1;
  const scale = value * (importance[sample] ?? 1);
  let wrongs = 0;
  for (let at = 0; at < width; at += 1) {
    const slope = slopes[at] ?? 0;
    if (slope < slopeMin && slope > -slopeMin) continue;
    slopes[at] = slope * scale;
    wrong[wrongs++] = at;
  }
  for (let index = from; index < to; index += 1) {
    const row = (rows[index] ?? 0) * width;
    for (let one = 0; one < wrongs; one += 1) {
      const at = wrong[one] ?? 0;
      const slope = slopes[at] ?? 0;
      const place = row + at;
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square);
    }
  }
  return chance;
}

/** Softmax over the labels, into `slopes`. */
function chancesOf(
  rows: Uint16Array,
  from: number,
  to: number,
  value: number,
  { weights, slopes, labels }: State,
): void {
  // Four labels at once: their sums stay in registers.
  let first = 0;
  for (; first + 4 <= labels; first += 4) {
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let index = from; index < to; index += 1) {
      const place = (rows[index] ?? 0) * labels + first;
      one += weights[place] ?? 0;
      two += weights[place + 1] ?? 0;
      three += weights[place + 2] ?? 0;
      four += weights[place + 3] ?? 0;
    }
    slopes[first] = one;
    slopes[first + 1] = two;
    slopes[first + 2] = three;
    slopes[first + 3] = four;
  }
  for (; first < labels; first += 1) {
    let one = 0;
    for (let index = from; index < to; index += 1)
      one += weights[(rows[index] ?? 0) * labels + first] ?? 0;
    slopes[first] = one;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < labels; at += 1) most = Math.max(most, slopes[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < labels; at += 1) {
    const raised = exponential(((slopes[at] ?? 0) - most) * value);
    slopes[at] = raised;
    sum += raised;
  }
  for (let at = 0; at < labels; at += 1) slopes[at] = (slopes[at] ?? 0) / sum;
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
