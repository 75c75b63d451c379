import type { OpenCv } from '../../checks/open-cv.ts';
import type { Lab } from './aligned-pair.ts';
import { explainByMosaic } from './explain-by-mosaic.ts';
import { cropPlane, growBox, maskOf, type Patch } from './patch.ts';
import { blurPlane, countSet, dilatePlane, erodePlane, findComponents, morph, type Plane } from './plane.ts';

/**
 * How much of a change is nothing but lost detail: the copy there is the listing picture blurred, or cut into patches
 * of its own mean colour. A mosaic or a blur drawn over a picture is; paint, a crack, a stain or other texture is not.
 */
export interface SmoothingExplanation {
  /** Share of the change that remains when the copy is compared with the source blurred at the best width, 0 to 1. */
  readonly leftByBlur: number;
  /** The same for flat patches, each compared with the mean of the source beneath; 1 when there are no patches. */
  readonly leftByPatches: number;
  /** The same for the best grid of squares, looked at with its surroundings; 1 when there is none. */
  readonly leftByMosaic: number;
}

const BLUR_SIGMAS = [1.5, 2.5, 4, 6, 9, 14, 20] as const;
/** The changed pixels are closed by this much, so that the unchanged spots of a mosaic count too. */
const CLOSING_SIDE = 15;
const MARGIN_PIXELS = 24;
const GRID_MARGIN_SIDE = 25;
/** So many squares of a grid are no chance. */
const CERTAIN_SUPPORT = 10;
/**
 * A patch of one colour can look like a very wide blur by chance. So the blur has to explain the copy's own variation
 * too, to somewhat less than the change; or the change so well that chance is out of the question.
 */
const OWN_WEIGHT = 0.7;
const ALONE_WEIGHT = 3;
/** A pixel is inside a flat patch when its 3 × 3 neighbourhood spans fewer levels than this. */
const MAX_PATCH_SPAN = 4;
const MIN_PATCH_PIXELS = 9;
const MIN_PATCHES = 3;
/** Flat patches explain a change only where they hold at least this share of it. */
const MIN_PATCH_ENERGY_SHARE = 0.3;

export function explainBySmoothing(opencv: OpenCv, copy: Lab, predicted: Lab, patch: Patch): SmoothingExplanation {
  const [{ width, height }] = copy;
  const grown = growBox(patch, MARGIN_PIXELS, width, height);
  const inside = morph(opencv, maskOf(grown), 'close', CLOSING_SIDE).data;
  const copyHere = copy.map((plane) => cropPlane(plane, grown)) as unknown as Lab;
  const sourceHere = predicted.map((plane) => cropPlane(plane, grown)) as unknown as Lab;
  const changed = energy(copyHere, sourceHere, inside);
  const own = energy(copyHere, copyHere.map((plane) => flatPlane(plane, inside)) as unknown as Lab, inside);
  const blurred = BLUR_SIGMAS.map((sigma) => {
    const smooth = sourceHere.map((plane) => blurPlane(opencv, plane, sigma)) as unknown as Lab;
    const left = energy(copyHere, smooth, inside);
    return explainedBy(left, changed, own);
  });
  return {
    leftByBlur: Math.min(1, ...blurred),
    leftByPatches: Math.min(1, leftByFlatPatches(opencv, copyHere, sourceHere, inside, changed)),
    leftByMosaic: Math.min(1, leftByGrid(opencv, copyHere, sourceHere, inside, changed, own)),
  };
}

/**
 * A mosaic changes most where the source has contrast, and little around; so its squares are looked for around the
 * change too. With few of them they must also explain the copy's own variation, or a patch of one colour would pass.
 */
function leftByGrid(opencv: OpenCv, copy: Lab, source: Lab, inside: Uint8Array, changed: number, own: number): number {
  const [{ width, height }] = copy;
  const around = morph(opencv, { width, height, data: inside }, 'dilate', GRID_MARGIN_SIDE).data;
  const { left, support } = explainByMosaic(copy, source, inside, around, changed);
  return support >= CERTAIN_SUPPORT ? left / changed : explainedBy(left, changed, own);
}

/** Share of the change that is left, counted by the milder of the two demands. */
function explainedBy(left: number, changed: number, own: number): number {
  return Math.min((left / changed) * ALONE_WEIGHT, Math.max(left / changed, (left / own) * OWN_WEIGHT));
}

/** The plane's mean over the pixels that are inside, everywhere. */
function flatPlane(plane: Plane, inside: Uint8Array): Plane {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < inside.length; index++) {
    if (!inside[index]) continue;
    sum += plane.data[index] as number;
    count++;
  }
  return { ...plane, data: new Float32Array(plane.data.length).fill(sum / Math.max(1, count)) };
}

/** Sum of squared differences over the three channels and the pixels that are inside. */
function energy(a: Lab, b: Lab, inside: Uint8Array): number {
  let sum = 1e-6;
  for (let channel = 0; channel < a.length; channel++)
    sum = withSquares(sum, (a[channel] as Plane).data, (b[channel] as Plane).data, inside);
  return sum;
}

/** The sum with the squared differences of two channels added. */
function withSquares(start: number, values: Float32Array, others: Float32Array, inside: Uint8Array): number {
  let sum = start;
  for (let index = 0; index < inside.length; index++) {
    if (!inside[index]) continue;
    const difference = (values[index] as number) - (others[index] as number);
    sum += difference * difference;
  }
  return sum;
}

function leftByFlatPatches(opencv: OpenCv, copy: Lab, source: Lab, inside: Uint8Array, changed: number): number {
  const [{ width, height }] = copy;
  const flat = { width, height, data: inside.slice() };
  for (const plane of copy) {
    const highest = dilatePlane(opencv, plane, 3).data;
    const lowest = erodePlane(opencv, plane, 3).data;
    for (let index = 0; index < highest.length; index++)
      if (Math.fround((highest[index] as number) - (lowest[index] as number)) >= MAX_PATCH_SPAN) flat.data[index] = 0;
    // Texture is left with no patch, and needs no look at its colours.
    if (countSet(flat) < MIN_PATCHES * MIN_PATCH_PIXELS) return 1;
  }
  const { labels, boxes } = findComponents(opencv, flat);
  const isPatch = boxes.map((box) => box.areaPixels >= MIN_PATCH_PIXELS);
  if (isPatch.filter(Boolean).length < MIN_PATCHES) return 1;
  let before = 0;
  let after = 0;
  let own = 0;
  for (const [channel, plane] of copy.entries()) {
    const other = (source[channel] as Plane).data;
    const sums = new Float64Array(boxes.length);
    let copySum = 0;
    let copyCount = 0;
    for (let index = 0; index < labels.length; index++) {
      const label = (labels[index] as number) - 1;
      if (label < 0) continue;
      sums[label] = (sums[label] as number) + (other[index] as number);
      if (!isPatch[label]) continue;
      copySum += plane.data[index] as number;
      copyCount++;
    }
    for (let index = 0; index < labels.length; index++) {
      const label = (labels[index] as number) - 1;
      if (label < 0 || !isPatch[label]) continue;
      const value = plane.data[index] as number;
      const mean = (sums[label] as number) / (boxes[label]?.areaPixels ?? 1);
      before += (value - (other[index] as number)) ** 2;
      after += (value - mean) ** 2;
      own += (value - copySum / copyCount) ** 2;
    }
  }
  return before < MIN_PATCH_ENERGY_SHARE * changed ? 1 : explainedBy(after, before, own);
}
