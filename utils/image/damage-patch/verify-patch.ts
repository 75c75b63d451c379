import type { OpenCv } from '../../checks/open-cv.ts';
import { type GrayImage, grayMat } from '../registration/gray-image.ts';
import { type Homography, invert } from '../registration/homography.ts';
import { withMats } from '../registration/mat-scope.ts';
import type { DamagePatch } from './damage-patch.ts';
import type { PatchPlace } from './place-patch.ts';

/** What of a patch is compared. */
export type ComparedPatch = Pick<DamagePatch, 'width' | 'height' | 'damaged' | 'underlying' | 'inside'>;

/** How well a picture shows a patch at a place. */
export interface PatchAgreement {
  /** Correlation of the picture with the damage, over the changed pixels and their rim, -1 to 1. */
  readonly correlation: number;
  /** The same with what the seller's picture shows there: without the damage. */
  readonly correlationUndamaged: number;
  readonly patchToPicture: Homography;
}

/** Pixels by which the changed place is grown: a stain is known by its edge. */
const RIM_PIXELS = 6;
/** The place is improved by this much shift (pixels of the patch) and change of size, step by step. */
const STEPS = [
  { shift: 2, scale: 0.03, turn: 0.03 },
  { shift: 1, scale: 0.015, turn: 0.015 },
  { shift: 0.5, scale: 0.007, turn: 0.007 },
  { shift: 0.25, scale: 0.004, turn: 0.004 },
] as const;

/**
 * Brings the picture into the patch's frame at a proposed place, moves it until it fits best, and compares it pixel by
 * pixel with the damage and with what was there before.
 * @param picture at working size, mirrored when the place was found in its mirror image
 */
export function verifyPatch(
  opencv: OpenCv,
  patch: ComparedPatch,
  picture: GrayImage,
  place: Omit<PatchPlace, 'inlierCount'>,
): PatchAgreement {
  return withMats((keep) => {
    const image = grayMat(opencv, picture, keep);
    const target = keep(new opencv.Mat());
    const pixels = grownPixels(opencv, patch);
    const correlate = (matrix: Homography, reference: Uint8Array): number => {
      const inverse = opencv.matFromArray(3, 3, opencv.CV_64F, [...invert(matrix)]);
      const size = new opencv.Size(patch.width, patch.height);
      opencv.warpPerspective(
        image,
        target,
        inverse,
        size,
        opencv.INTER_LINEAR,
        opencv.BORDER_REPLICATE,
        new opencv.Scalar(),
      );
      inverse.delete();
      return correlationOf(target.data, reference, pixels);
    };
    let best = matrixOf(place);
    let correlation = correlate(best, patch.damaged);
    for (const step of STEPS)
      for (const move of movesOf(patch, step)) {
        for (;;) {
          const moved = composed(best, move);
          const value = correlate(moved, patch.damaged);
          if (value <= correlation + 1e-4) break;
          best = moved;
          correlation = value;
        }
      }
    return {
      correlation,
      correlationUndamaged: correlate(best, patch.underlying),
      patchToPicture: best,
    };
  });
}

function matrixOf({ a, b, tx, ty }: Omit<PatchPlace, 'inlierCount'>): Homography {
  return [a, -b, tx, b, a, ty, 0, 0, 1];
}

/** Small similarities about the patch's middle. */
function movesOf({ width, height }: ComparedPatch, { shift, scale, turn }: (typeof STEPS)[number]): Homography[] {
  const about = (a: number, b: number): Homography => {
    const [x, y] = [width / 2, height / 2];
    return [a, -b, x - a * x + b * y, b, a, y - b * x - a * y, 0, 0, 1];
  };
  const shifted = (dx: number, dy: number): Homography => [1, 0, dx, 0, 1, dy, 0, 0, 1];
  return [
    shifted(shift, 0),
    shifted(-shift, 0),
    shifted(0, shift),
    shifted(0, -shift),
    about(1 + scale, 0),
    about(1 - scale, 0),
    about(1, turn),
    about(1, -turn),
  ];
}

function composed(place: Homography, move: Homography): Homography {
  const [a, b, tx, c, d, ty] = place;
  const [p, q, r, s, t, u] = move;
  return [a * p + b * s, a * q + b * t, a * r + b * u + tx, c * p + d * s, c * q + d * t, c * r + d * u + ty, 0, 0, 1];
}

/** Indices of the changed pixels and their rim. */
function grownPixels(opencv: OpenCv, { width, height, inside }: ComparedPatch): number[] {
  return withMats((keep) => {
    const mask = grayMat(opencv, { width, height, data: inside }, keep);
    const side = 2 * RIM_PIXELS + 1;
    opencv.dilate(mask, mask, keep(opencv.Mat.ones(side, side, opencv.CV_8U)));
    return Array.from(mask.data.keys()).filter((index) => mask.data[index] === 1);
  });
}

function correlationOf(a: Uint8Array, b: Uint8Array, pixels: readonly number[]): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (const index of pixels) {
    const [p, q] = [a[index] as number, b[index] as number];
    sumA += p;
    sumB += q;
    squaresA += p * p;
    squaresB += q * q;
    products += p * q;
  }
  const count = pixels.length;
  const variances = (squaresA - sumA ** 2 / count) * (squaresB - sumB ** 2 / count);
  return variances <= 0 ? 0 : (products - (sumA * sumB) / count) / Math.sqrt(variances);
}
