import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import type { Region } from '../region.ts';
import { type GrayImage, grayImageOf } from '../registration/gray-image.ts';
import { type Homography, mirroring, multiply, normalised, toFractions } from '../registration/homography.ts';
import { keypointsOf } from '../registration/keypoints.ts';
import { mapRegion } from '../registration/map-region.ts';
import type { DamagePatch, PatchKeypoints } from './damage-patch.ts';
import { pictureToPatch } from './patch-frame.ts';
import { type PatchPlace, placePatch } from './place-patch.ts';
import { verifyPatch } from './verify-patch.ts';

/** Where a patch may lie in a picture or, `mirrored`, in its mirror image. */
export interface ProposedPlace extends PatchPlace {
  readonly mirrored: boolean;
}

/** A patch found again. */
export interface FoundPatch {
  /** Where it lies in the picture. */
  readonly region: Region;
  readonly mirrored: boolean;
  readonly correlation: number;
  readonly correlationUndamaged: number;
  /** From fractions of the picture that the patch was cut from to fractions of this one. */
  readonly earlierToPicture: Homography;
}

/** Set on the tuning half (docs/benchmarks-seen-before.md): the damage explains the place, pixel by pixel … */
const MIN_CORRELATION = 0.85;
/** … and leaves at most this share of what the undamaged picture leaves unexplained: else it is only the same goods. */
const MAX_UNEXPLAINED_SHARE = 0.4;

/**
 * Proposes a place by key points alone, in either mirror; null when too few agree.
 * @throws Error when the picture has no pixels
 */
export function proposePlace(opencv: OpenCv, patch: PatchKeypoints, picture: Picture): ProposedPlace | null {
  const gray = grayOf(opencv, picture);
  const upright = placePatch(patch, keypointsOf(opencv, picture, gray, false));
  const mirrored = placePatch(patch, keypointsOf(opencv, picture, gray, true));
  if (mirrored && mirrored.inlierCount > (upright?.inlierCount ?? 0)) return { ...mirrored, mirrored: true };
  return upright && { ...upright, mirrored: false };
}

/** Compares pixel by pixel at a proposed place; null when the picture does not show the damage there. */
export function findPatch(
  opencv: OpenCv,
  patch: DamagePatch,
  picture: Picture,
  { mirrored, ...place }: ProposedPlace,
): FoundPatch | null {
  const gray = grayOf(opencv, picture);
  const agreement = verifyPatch(opencv, patch, mirrored ? flipped(gray) : gray, place);
  const { correlation, correlationUndamaged } = agreement;
  const unexplained = (value: number): number => 1 - Math.max(0, value) ** 2;
  const isShown =
    correlation >= MIN_CORRELATION &&
    unexplained(correlation) <= MAX_UNEXPLAINED_SHARE * unexplained(correlationUndamaged);
  if (!isShown) return null;
  const toPicture = mirrored ? multiply(mirroring(gray.width), agreement.patchToPicture) : agreement.patchToPicture;
  const earlierToPicture = normalised(
    multiply(toFractions(gray.width, gray.height), multiply(toPicture, pictureToPatch(patch))),
  );
  return {
    region: mapRegion(earlierToPicture, patch.region),
    mirrored,
    correlation,
    correlationUndamaged,
    earlierToPicture,
  };
}

function grayOf(opencv: OpenCv, picture: Picture): GrayImage {
  if (!picture.pixels) throw new Error('Finding a patch needs a decoded picture');
  return grayImageOf(opencv, picture, picture.pixels);
}

function flipped({ width, height, data }: GrayImage): GrayImage {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[y * width + x] = data[(y + 1) * width - 1 - x] as number;
  return { width, height, data: turned };
}
