import type { OpenCv } from '../../checks/open-cv.ts';
import { filterPlane, type Mask, makeMask, type Plane } from './plane.ts';

/** Gray levels below which nine pixels square are featureless. */
const MAX_FLAT_DEVIATION = 1.6;
const WINDOW_SIDE = 9;
/** A row or column belongs to a strip when this much of it is changed and featureless. */
const MIN_STRIP_SHARE = 0.6;
/** A strip starts this near to its side and reaches at most half way in. */
const MAX_START_SHARE = 0.15;
/** Pixels that a strip's edge smears into the picture. */
const MARGIN_PIXELS = 12;

/**
 * The strips along the sides of the overlap where the copy is featureless and differs: borders, bars and interface of
 * a screenshot. They are outside of the picture, not damage to it. All zero when there are none.
 */
export function findStrips(opencv: OpenCv, lightness: Plane, multiples: Plane, judged: Mask, changed: number): Mask {
  const { width, height } = judged;
  const deviation = localDeviation(opencv, lightness);
  const flat = makeMask(
    width,
    height,
    (index) =>
      judged.data[index] === 1 &&
      (multiples.data[index] as number) > changed &&
      (deviation[index] as number) < MAX_FLAT_DEVIATION,
  );
  const shareOf = (along: (step: number) => number, steps: number): number => {
    let all = 0;
    let hit = 0;
    for (let step = 0; step < steps; step++) {
      const index = along(step);
      all += judged.data[index] as number;
      hit += flat.data[index] as number;
    }
    return all === 0 ? 0 : hit / all;
  };
  const rows = Array.from({ length: height }, (_, y) => shareOf((x) => y * width + x, width));
  const columns = Array.from({ length: width }, (_, x) => shareOf((y) => y * width + x, height));
  const top = depthOf(rows);
  const bottom = depthOf(rows.toReversed());
  const left = depthOf(columns);
  const right = depthOf(columns.toReversed());
  return makeMask(width, height, (index) => {
    const x = index % width;
    const y = Math.floor(index / width);
    return y < top || y >= height - bottom || x < left || x >= width - right;
  });
}

/** How deep the strip at the start of these shares reaches; 0 for none. */
function depthOf(shares: readonly number[]): number {
  const half = shares.slice(0, shares.length >> 1);
  const first = half.findIndex((share) => share > MIN_STRIP_SHARE);
  if (first < 0 || first > MAX_START_SHARE * shares.length) return 0;
  return half.findLastIndex((share) => share > MIN_STRIP_SHARE) + 1 + MARGIN_PIXELS;
}

function localDeviation(opencv: OpenCv, plane: Plane): Float32Array {
  const mean = boxMean(opencv, plane);
  const squares = boxMean(opencv, { ...plane, data: plane.data.map((value) => value * value) });
  return squares.map((value, index) => Math.sqrt(Math.max(0, value - (mean[index] as number) ** 2)));
}

function boxMean(opencv: OpenCv, plane: Plane): Float32Array {
  const size = new opencv.Size(WINDOW_SIDE, WINDOW_SIDE);
  return filterPlane(opencv, plane, (from, to) => opencv.blur(from, to, size)).data;
}
