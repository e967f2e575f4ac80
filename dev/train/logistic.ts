import type { Random } from '../../src/kernel/random.ts';
import { exponential } from '../../src/reading/guess/exponential.ts';

/** One sentence to learn from: its features, its label, and how much it weighs. */
export interface Sample {
  readonly rows: Int32Array;
  readonly label: number;
  readonly weight: number;
}

export interface Training {
  readonly rows: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pulls every weight toward 0. */
  readonly decay: number;
  readonly random: Random;
}

/**
 * Learns a multinomial logistic regression by stochastic gradient descent with AdaGrad. Only sums, products, quotients and square
 * roots of doubles: IEEE 754 gives them the same bits on every machine, so the same samples give the same weights.
 * @returns weights by row, then by label
 */
export function learn(samples: readonly Sample[], training: Training): Float64Array {
  const { rows, labels, epochs } = training;
  const state: State = {
    ...training,
    weights: new Float64Array(rows * labels),
    squares: new Float64Array(rows * labels).fill(1e-2),
    chances: new Float64Array(labels),
  };
  const order = Uint32Array.from(samples, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, training.random);
    const rate = training.rate * (1 - epoch / epochs);
    for (const index of order) {
      const sample = samples[index];
      if (sample) step(sample, rate, state);
    }
  }
  return state.weights;
}

interface State extends Training {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly chances: Float64Array;
}

function step(sample: Sample, rate: number, state: State): void {
  const { rows, label, weight } = sample;
  const { weights, squares, chances, labels, decay } = state;
  const value = 1 / Math.sqrt(rows.length);
  chancesOf(rows, value, state);
  chances[label] = (chances[label] ?? 0) - 1;
  for (let index = 0; index < rows.length; index += 1) {
    const from = (rows[index] ?? 0) * labels;
    for (let at = 0; at < labels; at += 1) {
      const place = from + at;
      const known = weights[place] ?? 0;
      const slope = weight * ((chances[at] ?? 0) * value + decay * known);
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      weights[place] = known - (rate * slope) / Math.sqrt(square);
    }
  }
}

/** Softmax over the labels, into `chances`. */
function chancesOf(rows: Int32Array, value: number, { weights, chances, labels }: State): void {
  chances.fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const from = (rows[index] ?? 0) * labels;
    for (let at = 0; at < labels; at += 1)
      chances[at] = (chances[at] ?? 0) + (weights[from + at] ?? 0);
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const chance of chances) most = Math.max(most, chance);
  let sum = 0;
  for (let at = 0; at < labels; at += 1) {
    const raised = exponential(((chances[at] ?? 0) - most) * value);
    chances[at] = raised;
    sum += raised;
  }
  for (let at = 0; at < labels; at += 1) chances[at] = (chances[at] ?? 0) / sum;
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
