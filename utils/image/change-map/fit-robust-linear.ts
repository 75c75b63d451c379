import { quantileOf } from './plane.ts';
import { solveLinear } from './solve-linear.ts';

const ROUNDS = 8;
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
  const rows = new Float64Array(features.length * size);
  for (const [sample, row] of features.entries()) rows.set(row, sample * size);
  const sampleWeights = new Float64Array(targets.length).fill(1);
  let solution: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    solution = solveWeighted(rows, targets, sampleWeights, ridge);
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
  targets: readonly number[],
  weights: Float64Array,
  ridge: readonly number[],
): number[] {
  const size = ridge.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let sample = 0, row = 0; sample < targets.length; sample++, row += size) {
    const target = targets[sample] as number;
    const weight = weights[sample] as number;
    for (let i = 0; i < size; i++) {
      const scaled = weight * (rows[row + i] as number);
      right[i] = (right[i] as number) + scaled * target;
      const at = i * size;
      for (let j = i; j < size; j++) normal[at + j] = (normal[at + j] as number) + scaled * (rows[row + j] as number);
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
