import type { OpenCv } from '../checks/open-cv.ts';
import type { Picture } from './picture.ts';
import { isInside } from './registration/convex-polygon.ts';
import { type GrayImage, grayImageOf, grayMat } from './registration/gray-image.ts';
import type { Homography } from './registration/homography.ts';
import { withMats } from './registration/mat-scope.ts';
import { coveredPolygon, type OverlapFrame, warpIntoFrame } from './registration/overlap-frame.ts';
import type { Registration } from './registration/register-pictures.ts';

/**
 * Whether two registered pictures share the grain of one exposure. Sensor noise is new with every press of the shutter,
 * also on a tripod; digital copies of one file keep what compression leaves of it.
 */
export interface SharedGrain {
  /** Even tiles that could be compared. */
  readonly tileCount: number;
  /** Median over these tiles of the correlation of their finest detail, -1 to 1; 0 without tiles. */
  readonly correlation: number;
}

const TILE_SIDE = 16;
/** What is finer than this many pixels counts as grain. */
const GRAIN_SIGMA = 1.6;
/** Evens out a misfit of a fraction of a pixel. */
const SOFTENING_SIGMA = 0.6;
/** Gray levels: below, compression left nothing; above, it is texture of the thing itself, which every exposure shares. */
const MIN_GRAIN = 0.35;
const MAX_GRAIN = 4;
/** The evenest of the tiles say most about grain and least about texture. */
const EVENEST_SHARE = 0.5;

/** @param registration of `copy` onto `source` */
export function measureSharedGrain(
  opencv: OpenCv,
  source: Picture,
  copy: Picture,
  registration: Registration,
): SharedGrain {
  if (!source.pixels || !copy.pixels) throw new Error('measureSharedGrain needs decoded pictures');
  const { frame, sourceToFrame } = registration;
  const sourceGray = grayImageOf(opencv, source, source.pixels);
  const copyGray = grayImageOf(opencv, copy, copy.pixels);
  const a = grainOf(opencv, sourceGray, sourceToFrame, frame);
  const b = grainOf(opencv, copyGray, frame.copyToFrame, frame);
  const covered = coveredPolygon(frame, sourceGray, sourceToFrame);
  const tiles: { readonly grain: number; readonly correlation: number }[] = [];
  for (let top = TILE_SIDE; top + 2 * TILE_SIDE <= frame.height; top += TILE_SIDE)
    for (let left = TILE_SIDE; left + 2 * TILE_SIDE <= frame.width; left += TILE_SIDE) {
      const isWithin = [0, TILE_SIDE].every((dx) =>
        [0, TILE_SIDE].every((dy) => isInside(covered, left + dx, top + dy, TILE_SIDE / 2)),
      );
      if (!isWithin) continue;
      const tile = compareTile(a, b, frame.width, left, top);
      if (tile.grain >= MIN_GRAIN && tile.grain <= MAX_GRAIN) tiles.push(tile);
    }
  const evenest = tiles
    .sort((p, q) => p.grain - q.grain)
    .slice(0, Math.ceil(tiles.length * EVENEST_SHARE))
    .map(({ correlation }) => correlation)
    .sort((p, q) => p - q);
  return { tileCount: evenest.length, correlation: evenest[evenest.length >> 1] ?? 0 };
}

function grainOf(opencv: OpenCv, image: GrayImage, toFrame: Homography, frame: OverlapFrame): Float32Array {
  return withMats((keep) => {
    const warped = warpIntoFrame(opencv, grayMat(opencv, image, keep), toFrame, frame, keep);
    const fine = keep(new opencv.Mat());
    const coarse = keep(new opencv.Mat());
    warped.convertTo(fine, opencv.CV_32F);
    opencv.GaussianBlur(fine, coarse, new opencv.Size(0, 0), GRAIN_SIGMA);
    opencv.GaussianBlur(fine, fine, new opencv.Size(0, 0), SOFTENING_SIGMA);
    opencv.subtract(fine, coarse, fine);
    return new Float32Array(fine.data32F);
  });
}

/** The grain of the evener of the two tiles, and how the two correlate. */
function compareTile(
  a: Float32Array,
  b: Float32Array,
  stride: number,
  left: number,
  top: number,
): { grain: number; correlation: number } {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + TILE_SIDE; y++)
    for (let at = y * stride + left, end = at + TILE_SIDE; at < end; at++) {
      const [p, q] = [a[at] as number, b[at] as number];
      sumA += p;
      sumB += q;
      squaresA += p * p;
      squaresB += q * q;
      products += p * q;
    }
  const count = TILE_SIDE ** 2;
  const deviationA = Math.sqrt(Math.max(0, squaresA / count - (sumA / count) ** 2));
  const deviationB = Math.sqrt(Math.max(0, squaresB / count - (sumB / count) ** 2));
  const covariance = products / count - (sumA * sumB) / count ** 2;
  const grain = Math.min(deviationA, deviationB);
  return { grain, correlation: grain === 0 ? 0 : covariance / (deviationA * deviationB) };
}
