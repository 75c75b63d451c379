import { fitRobustLinear } from '../change-map/fit-robust-linear.ts';
import type { PointPair } from './fit-model.ts';
import { applyTo, type Homography, type Point } from './homography.ts';

/** Second and third order in the two coordinates: what lenses, folds and depth do and no homography can. */
const BENDS = [
  [2, 0],
  [1, 1],
  [0, 2],
  [3, 0],
  [2, 1],
  [1, 2],
  [0, 3],
] as const;
const RIDGE = [...new Array<number>(3).fill(0), ...BENDS.map(() => 1e-3)];
const MIN_PAIRS = 40;

/**
 * How far a smooth bend carries the pairs away from the homography: RMS over the pairs, thousandths of the diagonal.
 * The noise of single blocks averages out. A warp made by software has none; a camera's lens leaves some, and so does
 * anything that is not quite flat. Infinity with fewer than 40 pairs.
 */
export function measureBend(
  homography: Homography,
  pairs: readonly PointPair[],
  frame: { readonly width: number; readonly height: number },
): number {
  if (pairs.length < MIN_PAIRS) return Number.POSITIVE_INFINITY;
  const missed = pairs.map(({ from, to }) => {
    const [x, y] = applyTo(homography, from[0], from[1]);
    return [to[0] - x, to[1] - y] as const;
  });
  let squares = 0;
  for (const axis of smoothPartOf(pairs, missed, frame)) for (const value of axis) squares += value ** 2;
  return (1000 * Math.sqrt(squares / pairs.length)) / Math.hypot(frame.width, frame.height);
}

/**
 * The part of a displacement that changes slowly over the frame (all terms up to the third order), at each pair, along x
 * and along y. Wild pairs do not move it.
 * @param missed displacement of each pair, frame pixels
 */
export function smoothPartOf(
  pairs: readonly PointPair[],
  missed: readonly Point[],
  frame: { readonly width: number; readonly height: number },
): [number[], number[]] {
  const features = pairs.map(({ to: [u, v] }) => {
    const x = (2 * u) / frame.width - 1;
    const y = (2 * v) / frame.height - 1;
    return [1, x, y, ...BENDS.map(([i, j]) => x ** i * y ** j)];
  });
  const along = (axis: 0 | 1): number[] => {
    const weights = fitRobustLinear(
      { columns: RIDGE.length, data: Float64Array.from(features.flat()) },
      Float64Array.from(missed, (miss) => miss[axis]),
      RIDGE,
    );
    return features.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0));
  };
  return [along(0), along(1)];
}
