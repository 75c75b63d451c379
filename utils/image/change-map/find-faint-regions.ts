import type { OpenCv } from '../../checks/open-cv.ts';
import { cutPatch, forEachPixel, type Patch } from './patch.ts';
import { findComponents, makeMask, type Plane, quantileOf } from './plane.ts';

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
 * Changes that are too faint to stand out from the picture as a whole, and yet stand out from pixels of like contrast in
 * like surroundings. One pixel of them says nothing; a connected region of them does.
 * @param faint multiples of what such pixels show
 * @param usual multiples of what the whole pair shows
 */
export function findFaintRegions(opencv: OpenCv, faint: Plane, usual: Plane, judgedPixels: number): Patch[] {
  const { width, height } = faint;
  const mask = makeMask(width, height, (index) => (faint.data[index] as number) > CHANGED);
  const { labels, boxes } = findComponents(opencv, mask);
  return boxes.flatMap((box, index) => {
    if (box.areaPixels < MIN_AREA_SHARE * judgedPixels) return [];
    const patch = cutPatch(labels, width, box, index + 1);
    const multiples: number[] = [];
    let excess = 0;
    forEachPixel(patch, width, (pixel) => {
      excess += (faint.data[pixel] as number) - CHANGED;
      multiples.push(usual.data[pixel] as number);
    });
    const isVisible = quantileOf(Float32Array.from(multiples), USUAL_QUANTILE) >= MIN_USUAL_MULTIPLE;
    return isVisible && excess >= MIN_EXCESS_SHARE * judgedPixels ? [patch] : [];
  });
}
