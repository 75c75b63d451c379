import type { Point } from './homography.ts';

/** Epipoles are tried on a grid over the frame and as much around it, in steps of a quarter, and infinitely far away. */
const STEPS = 4;
const FIRST = -STEPS;
const LAST = 2 * STEPS;

/**
 * Share of the squares of `vectors`, standing at `places`, that lies across the lines through one point: the least over all
 * points that are tried. 0 where all lie along such lines, as parallax does (Hartley and Zisserman 2004, chapter 9), near a
 * half where they point anywhere.
 */
export function acrossShareOf(
  places: readonly Point[],
  vectors: readonly Point[],
  frame: { readonly width: number; readonly height: number },
): number {
  const total = vectors.reduce((sum, [x, y]) => sum + x * x + y * y, 0);
  if (total === 0) return 0.5;
  let least = acrossParallels(vectors);
  for (let row = FIRST; row <= LAST; row++)
    for (let column = FIRST; column <= LAST; column++) {
      const [x, y] = [(column * frame.width) / STEPS, (row * frame.height) / STEPS];
      let across = 0;
      for (const [index, [px, py]] of places.entries()) {
        const [vx, vy] = vectors[index] as Point;
        const [rx, ry] = [px - x, py - y];
        across += (vx * ry - vy * rx) ** 2 / Math.max(1, rx * rx + ry * ry);
      }
      least = Math.min(least, across);
    }
  return least / total;
}

/** The same sum for parallel lines in the best direction: the smaller eigenvalue of the second moments. */
function acrossParallels(vectors: readonly Point[]): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of vectors) {
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  return (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
}
