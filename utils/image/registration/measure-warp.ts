import type { PointPair } from './fit-model.ts';
import { applyTo, type Homography, type Point } from './homography.ts';
import { smoothPartOf } from './measure-bend.ts';

/** Unknowns of the slow change along either axis; what so many explain of mere noise is taken off. */
const UNKNOWNS = 10;
const MIN_PAIRS = 40;
/** Blocks overlap, so their errors are not independent and average out more slowly. */
const NOISE_WEIGHT = 3;

/**
 * How far the pairs wander from the model of a copy slowly over the frame (perspective, lens, depth; up to the third
 * order), beyond what the errors of single blocks leave by chance: RMS over the pairs, thousandths of the diagonal. A
 * copy has none but for what compression does to faint edges; the smallest move of a camera leaves some, also where it
 * is far below a pixel. 0 with fewer than 40 pairs.
 */
export function measureWarp(
  model: Homography,
  pairs: readonly PointPair[],
  frame: { readonly width: number; readonly height: number },
): number {
  if (pairs.length < MIN_PAIRS) return 0;
  const missed = pairs.map(({ from, to }): Point => {
    const [x, y] = applyTo(model, from[0], from[1]);
    return [to[0] - x, to[1] - y];
  });
  const [slowX, slowY] = smoothPartOf(pairs, missed, frame);
  let slow = 0;
  let rest = 0;
  for (const [index, [x, y]] of missed.entries()) {
    const [alongX, alongY] = [slowX[index] as number, slowY[index] as number];
    slow += alongX ** 2 + alongY ** 2;
    rest += (x - alongX) ** 2 + (y - alongY) ** 2;
  }
  const byChance = (NOISE_WEIGHT * UNKNOWNS * rest) / (pairs.length - UNKNOWNS);
  return (1000 * Math.sqrt(Math.max(0, slow - byChance) / pairs.length)) / Math.hypot(frame.width, frame.height);
}
