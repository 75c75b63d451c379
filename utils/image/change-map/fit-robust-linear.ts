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
  let sampleWeights = new Float64Array(targets.length).fill(1);
  let solution: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    solution = solveWeighted(features, targets, sampleWeights, ridge);
    const errors = Float32Array.from(features, (row, sample) =>
      Math.abs((targets[sample] as number) - dot(row, solution)),
    );
    const deviation = MAD_TO_DEVIATION * quantileOf(errors, 0.5) + MIN_DEVIATION;
    sampleWeights = Float64Array.from(errors, (error) => 1 / Math.max(1, error / (HUBER_DEVIATIONS * deviation)));
  }
  return solution;
}

function solveWeighted(
  features: readonly number[][],
  targets: readonly number[],
  weights: Float64Array,
  ridge: readonly number[],
): number[] {
  const size = ridge.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let sample = 0; sample < targets.length; sample++) {
    const row = features[sample] as number[];
    for (let i = 0; i < size; i++) {
      const scaled = (weights[sample] as number) * (row[i] as number);
      right[i] = (right[i] as number) + scaled * (targets[sample] as number);
      for (let j = i; j < size; j++)
        normal[i * size + j] = (normal[i * size + j] as number) + scaled * (row[j] as number);
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

function dot(row: readonly number[], solution: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < row.length; index++) sum += (row[index] as number) * (solution[index] as number);
  return sum;
}
