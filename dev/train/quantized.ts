import type { Model } from '../../src/reading/guess/model.ts';

/** Weights beyond this share of all are cut, so that a few great ones don't make all others coarse. */
const kept = 0.9999;

/** Rounds weights to whole numbers from -127 to 127. */
export function quantized(weights: Float32Array): Pick<Model, 'scale' | 'weights'> {
  const sizes = weights.map(Math.abs).sort();
  const greatest = sizes[Math.floor((sizes.length - 1) * kept)] ?? 0;
  const scale = greatest / 127 || 1;
  return {
    scale,
    weights: Int8Array.from(weights, (weight) =>
      Math.max(-127, Math.min(127, Math.round(weight / scale))),
    ),
  };
}
