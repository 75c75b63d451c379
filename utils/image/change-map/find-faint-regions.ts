import type { OpenCv } from '../../checks/open-cv.ts';
import { cutPatch, forEachPixel, maskOf, type Patch, trimBox } from './patch.ts';
import { countSet, findComponents, makeMask, morph, type Plane, quantileOf } from './plane.ts';

/**
 * Limits set on the tuning half: faint cracks and stains that are larger than 0.12 % of the picture stand out, while of
 * 144 unchanged pictures none has as much at once of area, of excess and of difference.
 */
const CHANGED = 3.5;
const MIN_AREA_SHARE = 1.2e-3;
/** What the pixels of a region exceed the limit by, summed up, as a share of the picture. */
const MIN_EXCESS_SHARE = 2.2e-3;
/** Multiples of the whole pair's residual that a tenth of the region must reach: less cannot be seen. */
const MIN_USUAL_MULTIPLE = 2.2;
const USUAL_QUANTILE = 0.9;
/**
 * Compression cuts a scratch, or the rim of a dent, into pieces that lie this near to each other, pixels. Together they may be
 * smaller where they stand out as much more as no unchanged picture does: of 192 (tuning half) the most that one has of all
 * at once is a multiple of 7.5 with as much excess, and of 9.2 with half of it; missed damage has 9.2 to 17.8.
 */
const JOINING_SIDE = 5;
const MIN_JOINED_AREA_SHARE = 8e-4;
const MIN_JOINED_EXCESS_SHARE = 3e-3;
const MIN_JOINED_MULTIPLE = 9;

/**
 * Changes that are too faint to stand out from the picture as a whole, and yet stand out from pixels of like contrast in
 * like surroundings. One pixel of them says nothing; a connected region of them does, or one in pieces that stands out more.
 * @param faint multiples of what such pixels show
 * @param usual multiples of what the whole pair shows
 */
export function findFaintRegions(opencv: OpenCv, faint: Plane, usual: Plane, judgedPixels: number): Patch[] {
  const { width, height } = faint;
  const mask = makeMask(width, height, (index) => (faint.data[index] as number) > CHANGED);
  const whole = findComponents(opencv, mask);
  const large = whole.boxes.flatMap((box, index) => {
    if (box.areaPixels < MIN_AREA_SHARE * judgedPixels) return [];
    const patch = cutPatch(whole.labels, width, box, index + 1);
    const { excess, usualMultiple } = measured(patch);
    return usualMultiple >= MIN_USUAL_MULTIPLE && excess >= MIN_EXCESS_SHARE * judgedPixels ? [patch] : [];
  });
  if (large.length > 0) return large;
  const near = findComponents(opencv, morph(opencv, mask, 'dilate', JOINING_SIDE));
  const labels = near.labels.map((label, index) => (mask.data[index] ? label : 0));
  return near.boxes.flatMap((box, index) => {
    if (box.areaPixels < MIN_JOINED_AREA_SHARE * judgedPixels) return [];
    const cut = cutPatch(labels, width, box, index + 1);
    const patch = trimBox({ ...cut, areaPixels: countSet(maskOf(cut)) });
    if (patch.areaPixels < MIN_JOINED_AREA_SHARE * judgedPixels) return [];
    const { excess, usualMultiple, multiple } = measured(patch);
    const standsOut = excess >= MIN_JOINED_EXCESS_SHARE * judgedPixels && multiple >= MIN_JOINED_MULTIPLE;
    return usualMultiple >= MIN_USUAL_MULTIPLE && standsOut ? [patch] : [];
  });

  function measured(patch: Patch): { excess: number; usualMultiple: number; multiple: number } {
    const usuals: number[] = [];
    const multiples: number[] = [];
    let excess = 0;
    forEachPixel(patch, width, (pixel) => {
      excess += (faint.data[pixel] as number) - CHANGED;
      usuals.push(usual.data[pixel] as number);
      multiples.push(faint.data[pixel] as number);
    });
    const high = (values: readonly number[]): number => quantileOf(Float32Array.from(values), USUAL_QUANTILE);
    return { excess, usualMultiple: high(usuals), multiple: high(multiples) };
  }
}
