import type { OpenCv } from '../../checks/open-cv.ts';
import { type ChangeMap, mapChanges } from '../change-map/change-map.ts';
import type { Picture } from '../picture.ts';
import { type GrayImage, grayImageOf, grayMat } from '../registration/gray-image.ts';
import { type Homography, multiply, resizing } from '../registration/homography.ts';
import { type Keep, withMats } from '../registration/mat-scope.ts';
import { type Registration, registerPictures } from '../registration/register-pictures.ts';
import { relationOf } from '../registration/relation.ts';
import { type DamagePatch, PATCH_MARGIN } from './damage-patch.ts';
import { keypointsInside } from './keypoints-inside.ts';

type Mat = InstanceType<OpenCv['Mat']>;

/** As for the finding itself: a region counts from this many background residuals. */
const MIN_STRENGTH = 8;
/** The largest damages of one picture. */
const MAX_PATCHES = 3;
/** Pixels of the changed place's longest side: enough for key points, bounded for storage. */
const LEAST_SIDE = 96;
const GREATEST_SIDE = 160;
const MIN_CHANGED_PIXELS = 500;
const MIN_KEYPOINTS = 12;
/** Gray levels of deviation below which a place is too plain to be known again. */
const MIN_DEVIATION = 8;
/** A filled shape of a drawing tool has neighbours of the same level almost everywhere; a thing does not. */
const MAX_FLAT_SHARE = 0.5;
const FLAT_LEVELS = 1;

/** What a comparison of the two has found already. */
export interface Compared {
  readonly registration: Registration | null;
  /** Null where too little could be judged. */
  readonly changes: ChangeMap | null;
}

/**
 * Cuts the changed places out of a picture that is the seller's own photograph with something added. Left out: what a
 * buyer draws (arrows, captions, mosaics), filled shapes, plain and tiny places. What a drawing tool could have made as
 * well, as it could most cracks, is cut and says so.
 * @param compared at hand where the two were just compared: registration and map of changes cost most of a second
 * @returns what is no drawing first, largest first; none where the two are not one photograph
 * @throws Error when a picture has no pixels
 */
export function cutDamagePatches(
  opencv: OpenCv,
  listing: Picture,
  picture: Picture,
  compared?: Compared,
): readonly DamagePatch[] {
  // Cut when a change is found, to be searched for, and once more to be kept.
  return picture.derivedForAll(`damage-patches ${listing.id}`, () =>
    cutNow(opencv, listing, picture, compared ?? compareNow(opencv, listing, picture)),
  );
}

function compareNow(opencv: OpenCv, listing: Picture, picture: Picture): Compared {
  if (!listing.pixels || !picture.pixels) throw new Error('cutDamagePatches needs decoded pictures');
  const registration = registerPictures(opencv, listing, picture);
  const isSame = registration && relationOf(registration) === 'same-photograph';
  return { registration, changes: isSame ? mapChanges(opencv, listing.pixels, picture.pixels, registration) : null };
}

function cutNow(
  opencv: OpenCv,
  listing: Picture,
  picture: Picture,
  { registration, changes }: Compared,
): DamagePatch[] {
  if (!listing.pixels || !picture.pixels) throw new Error('cutDamagePatches needs decoded pictures');
  if (!registration || !changes || relationOf(registration) !== 'same-photograph') return [];
  const listingGray = grayImageOf(opencv, listing, listing.pixels);
  const pictureGray = grayImageOf(opencv, picture, picture.pixels);
  return changes.regions
    .map((region, index) => ({ ...region, label: index + 1 }))
    .filter(({ kind, strength }) => (kind === 'damage-like' || kind === 'ambiguous') && strength >= MIN_STRENGTH)
    .map((change) => ({ ...change, mayBeDrawn: change.kind === 'ambiguous' }))
    .sort((a, b) => Number(a.mayBeDrawn) - Number(b.mayBeDrawn) || b.areaFraction - a.areaFraction)
    .slice(0, MAX_PATCHES)
    .flatMap(({ label, region, mayBeDrawn }) => {
      const cut = cutOut(opencv, listingGray, pictureGray, registration, changes.labels, label);
      return cut ? [{ ...cut, region, mayBeDrawn }] : [];
    });
}

function cutOut(
  opencv: OpenCv,
  listing: GrayImage,
  picture: GrayImage,
  { frame, sourceToFrame }: Registration,
  labels: ChangeMap['labels'],
  label: number,
): Omit<DamagePatch, 'region' | 'mayBeDrawn'> | null {
  const box = boxOfLabel(labels, label);
  const longest = Math.max(box.width, box.height);
  const scale = Math.min(GREATEST_SIDE, Math.max(LEAST_SIDE, longest)) / longest;
  const width = Math.round(box.width * scale) + 2 * PATCH_MARGIN;
  const height = Math.round(box.height * scale) + 2 * PATCH_MARGIN;
  const frameToPatch = multiply(
    [1, 0, PATCH_MARGIN, 0, 1, PATCH_MARGIN, 0, 0, 1],
    multiply(resizing(scale, scale), [1, 0, -box.left, 0, 1, -box.top, 0, 0, 1]),
  );
  return withMats((keep) => {
    const warp = (image: Mat, matrix: Homography, flags: number): Mat =>
      warped(opencv, image, matrix, width, height, flags, keep);
    const damaged = warp(
      grayMat(opencv, picture, keep),
      multiply(frameToPatch, frame.copyToFrame),
      opencv.INTER_LINEAR,
    );
    const underlying = warp(grayMat(opencv, listing, keep), multiply(frameToPatch, sourceToFrame), opencv.INTER_LINEAR);
    const marked = grayMat(opencv, { ...labels, data: labels.data.map((value) => (value === label ? 1 : 0)) }, keep);
    const inside = new Uint8Array(warp(marked, frameToPatch, opencv.INTER_NEAREST).data);
    const patch = {
      width,
      height,
      damaged: new Uint8Array(damaged.data),
      underlying: new Uint8Array(underlying.data),
      inside,
    };
    if (!saysEnough(patch)) return null;
    const keypoints = keypointsInside(opencv, damaged, inside);
    return keypoints.count >= MIN_KEYPOINTS ? { ...patch, keypoints } : null;
  });
}

function warped(
  opencv: OpenCv,
  image: Mat,
  matrix: Homography,
  width: number,
  height: number,
  flags: number,
  keep: Keep,
): Mat {
  const target = keep(new opencv.Mat());
  opencv.warpPerspective(
    image,
    target,
    keep(opencv.matFromArray(3, 3, opencv.CV_64F, [...matrix])),
    new opencv.Size(width, height),
    flags,
    opencv.BORDER_REPLICATE,
    new opencv.Scalar(),
  );
  return target;
}

function boxOfLabel({ width, data }: ChangeMap['labels'], label: number) {
  let [left, top, right, bottom] = [width, Number.MAX_SAFE_INTEGER, 0, 0];
  for (let index = data.indexOf(label); index >= 0; index = data.indexOf(label, index + 1)) {
    const x = index % width;
    const y = Math.floor(index / width);
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Whether the changed pixels are many, varied, and no filled shape. */
function saysEnough({ width, damaged, inside }: Pick<DamagePatch, 'width' | 'damaged' | 'inside'>): boolean {
  let [count, sum, squares, flat] = [0, 0, 0, 0];
  for (let index = 0; index < inside.length; index++) {
    if (!inside[index]) continue;
    const value = damaged[index] as number;
    count++;
    sum += value;
    squares += value * value;
    const isEven = [index + 1, index + width].every(
      (next) => Math.abs(value - (damaged[next] ?? value)) <= FLAT_LEVELS,
    );
    if (isEven) flat++;
  }
  const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return count >= MIN_CHANGED_PIXELS && deviation >= MIN_DEVIATION && flat <= MAX_FLAT_SHARE * count;
}
