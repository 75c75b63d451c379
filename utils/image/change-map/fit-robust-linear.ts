import { quantileOf } from './plane.ts';
import { solveLinear } from './solve-linear.ts';

const ROUNDS = 8;
/** Huber's limit in robust standard deviations, and the least deviation, in levels. */
const HUBER_DEVIATIONS = 1.5;
const MIN_DEVIATION = 0.3;
const MAD_TO_DEVIATION = 1.4826;

/** As many rows of features as there are targets, row by row. */
export interface FeatureRows {
  readonly columns: number;
  readonly data: Float64Array;
}

/** Weights of samples that move by less than this have settled. */
const SETTLED = 0.002;

/**
 * Iteratively reweighted least squares with Huber's weights (Huber 1964): the weights of the features that explain the
 * targets, though some targets are wild.
 * @param ridge what is added to the normal matrix's diagonal, one for each feature
 */
export function fitRobustLinear(features: FeatureRows, targets: Float64Array, ridge: readonly number[]): number[] {
  const sampleWeights = new Float64Array(targets.length).fill(1);
  const errors = new Float32Array(targets.length);
  let solution: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    solution = solveWeighted(features, targets, sampleWeights, ridge);
    for (let sample = 0; sample < errors.length; sample++)
      errors[sample] = Math.abs((targets[sample] as number) - predict(features, sample, solution));
    const deviation = MAD_TO_DEVIATION * quantileOf(errors, 0.5) + MIN_DEVIATION;
    let moved = 0;
    for (let sample = 0; sample < errors.length; sample++) {
      const weight = 1 / Math.max(1, (errors[sample] as number) / (HUBER_DEVIATIONS * deviation));
      moved = Math.max(moved, Math.abs(weight - (sampleWeights[sample] as number)));
      sampleWeights[sample] = weight;
    }
    if (moved < SETTLED) break;
  }
  return solution;
}

/** What the solution says for one row. */
export function predict({ columns, data }: FeatureRows, row: number, solution: readonly number[]): number {
  let sum = 0;
  for (let column = 0; column < columns; column++)
    sum += (data[row * columns + column] as number) * (solution[column] as number);
  return sum;
}

function solveWeighted(
  { columns: size, data }: FeatureRows,
  targets: Float64Array,
  weights: Float64Array,
  ridge: readonly number[],
): number[] {
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let sample = 0; sample < targets.length; sample++) {
    const row = sample * size;
    const weight = weights[sample] as number;
    const target = targets[sample] as number;
    for (let i = 0; i < size; i++) {
      const scaled = weight * (data[row + i] as number);
      right[i] = (right[i] as number) + scaled * target;
      for (let j = i; j < size; j++)
        normal[i * size + j] = (normal[i * size + j] as number) + scaled * (data[row + j] as number);
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
