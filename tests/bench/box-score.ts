import type { Region } from '../../utils/image/region.ts';
import type { MarkedRaster } from './raster.ts';

/** How well marked boxes fit the box of the truth, by area: intersection over union, and F1 of precision and recall. */
export interface BoxScore {
  readonly iou: number;
  readonly f1: number;
}

/** Cells a side on which areas are counted. */
const CELLS = 400;

/** The box of the altered pixels in fractions of the picture. */
export function truthBox({ mask, width, height }: Pick<MarkedRaster, 'mask' | 'width' | 'height'>): Region {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let index = 0; index < mask.length; index++) {
    if ((mask[index] as number) <= 127) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}

export function scoreBoxes(marked: readonly Region[], truth: Region): BoxScore {
  let [both, either, inMarked, inTruth] = [0, 0, 0, 0];
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const [x, y] = [((cell % CELLS) + 0.5) / CELLS, (Math.floor(cell / CELLS) + 0.5) / CELLS];
    const isMarked = marked.some((region) => isIn(region, x, y));
    const isTrue = isIn(truth, x, y);
    if (isMarked) inMarked++;
    if (isTrue) inTruth++;
    if (isMarked && isTrue) both++;
    if (isMarked || isTrue) either++;
  }
  return {
    iou: either === 0 ? 0 : both / either,
    f1: inMarked + inTruth === 0 ? 0 : (2 * both) / (inMarked + inTruth),
  };
}

function isIn({ x: left, y: top, width, height }: Region, x: number, y: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height;
}
