import { quantileOf } from './plane.ts';
import { solveLinear } from './solve-linear.ts';

const ROUNDS = 8;
/** Added to the normal matrix together, which is read and written less often then. */
const SAMPLES_AT_ONCE = 4;
/** Huber's limit in robust standard deviations, and the least deviation, in levels. */
const HUBER_DEVIATIONS = 1.5;
const MIN_DEVIATION = 0.3;
const MAD_TO_DEVIATION = 1.4826;

/**
 * Iteratively reweighted least squares with Huber's weights (Huber 1964): the weights of the features that explain the
 * targets, though some targets are wild.
 * @param ridge what is added to the normal matrix's diagonal, one for each feature
 */
export function fitRobustLinear(
  features: readonly number[][],
  targets: readonly number[],
  ridge: readonly number[],
): number[] {
  const size = ridge.length;
  // Filled up with samples of no weight.
  const paddedCount = Math.ceil(targets.length / SAMPLES_AT_ONCE) * SAMPLES_AT_ONCE;
  const rows = new Float64Array(paddedCount * size);
  for (const [sample, row] of features.entries()) rows.set(row, sample * size);
  const paddedTargets = new Float64Array(paddedCount);
  paddedTargets.set(targets);
  const sampleWeights = new Float64Array(paddedCount).fill(1, 0, targets.length);
  let solution: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    solution = solveWeighted(rows, paddedTargets, sampleWeights, ridge);
    const errors = new Float32Array(targets.length);
    for (let sample = 0; sample < errors.length; sample++) {
      let sum = 0;
      for (let index = 0; index < size; index++)
        sum += (rows[sample * size + index] as number) * (solution[index] as number);
      errors[sample] = Math.abs((targets[sample] as number) - sum);
    }
    const deviation = MAD_TO_DEVIATION * quantileOf(errors, 0.5) + MIN_DEVIATION;
    for (let sample = 0; sample < errors.length; sample++)
      sampleWeights[sample] = 1 / Math.max(1, (errors[sample] as number) / (HUBER_DEVIATIONS * deviation));
  }
  return solution;
}

/** @param rows the features of one sample after the other */
function solveWeighted(
  rows: Float64Array,
  targets: Float64Array,
  weights: Float64Array,
  ridge: readonly number[],
): number[] {
  const size = ridge.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let sample = 0; sample < targets.length; sample += SAMPLES_AT_ONCE) {
    const first = sample * size;
    const [second, third, fourth] = [first + size, first + 2 * size, first + 3 * size];
    for (let i = 0; i < size; i++) {
      const a = (weights[sample] as number) * (rows[first + i] as number);
      const b = (weights[sample + 1] as number) * (rows[second + i] as number);
      const c = (weights[sample + 2] as number) * (rows[third + i] as number);
      const d = (weights[sample + 3] as number) * (rows[fourth + i] as number);
      right[i] =
        (right[i] as number) +
        a * (targets[sample] as number) +
        b * (targets[sample + 1] as number) +
        c * (targets[sample + 2] as number) +
        d * (targets[sample + 3] as number);
      for (let j = i, at = i * size + i; j < size; j++, at++)
        normal[at] =
          (normal[at] as number) +
          a * (rows[first + j] as number) +
          b * (rows[second + j] as number) +
          c * (rows[third + j] as number) +
          d * (rows[fourth + j] as number);
    }
  }
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      const entry = normal[Math.min(i, j) * size + Math.max(i, j)] as number;
      return i === j ? entry + (ridge[i] as number) : entry;
    }),
  );
  return solveLinear(matrix, [...right]);
}
