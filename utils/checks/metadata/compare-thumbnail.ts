import type { DecodedImage } from '../../image/decoded-image.ts';
import { areaLuminance } from './area-luminance.ts';

/** How well a picture agrees with the preview in its file. */
export interface ThumbnailAgreement {
  /** Correlation of luminance over the whole view, -1 to 1, at the best of the placements tried. */
  readonly correlation: number;
  /** Share of the view where the picture shows something that the preview does not. */
  readonly changedFraction: number;
  /** Standard deviation of luminance, of the flatter of the two: a plain surface correlates with nothing. */
  readonly contrast: number;
}

/** Cells along the longer side: coarse enough that a 160-pixel preview's sharpening and blocks average out. */
const GRID = 40;
/** Rounding of a 160-pixel preview's sides: shapes closer than this are the same. */
const PREVIEW_RATIO_TOLERANCE = 0.03;
/**
 * Luminance levels by which a cell lies outside everything around it in the preview, after a fit of brightness and
 * contrast. Set on 150 photographs (tests/bench/run-thumbnail-bench.ts, half `tune`), reported on others.
 */
const MIN_CELL_DIFFERENCE = 22;

/**
 * Compares a picture with the preview embedded in its file. Cameras letterbox the preview, stretch it or cut it to 4:3,
 * and rotate the picture without it, so each of these placements is tried and the best one counts.
 * @param pixels the picture, orientation applied
 * @param thumbnail the preview as stored
 */
export function compareThumbnail(pixels: DecodedImage, thumbnail: DecodedImage): ThumbnailAgreement {
  let best: ThumbnailAgreement = { correlation: -1, changedFraction: 1, contrast: 0 };
  for (const isTurned of [false, true]) {
    const ratio = isTurned ? pixels.height / pixels.width : pixels.width / pixels.height;
    for (const placement of placementsOf(thumbnail.width / thumbnail.height, ratio)) {
      const [columns, rows] = gridOf(ratio);
      const view = areaLuminance(thumbnail, placement.view, columns, rows);
      const seen = isTurned
        ? transposed(areaLuminance(pixels, turnedBox(placement.picture), rows, columns), rows, columns)
        : areaLuminance(pixels, placement.picture, columns, rows);
      for (const oriented of orientationsOf(seen, columns, rows)) {
        const agreement = agreementOf(oriented, view, columns, rows);
        if (agreement.correlation > best.correlation) best = agreement;
      }
    }
  }
  return best;
}

/** Left, top, width and height as fractions. */
export type FractionBox = readonly [left: number, top: number, width: number, height: number];
const WHOLE: FractionBox = [0, 0, 1, 1];

/** Which part of the preview shows which part of the picture. */
function placementsOf(previewRatio: number, ratio: number): { view: FractionBox; picture: FractionBox }[] {
  if (Math.abs(previewRatio / ratio - 1) < PREVIEW_RATIO_TOLERANCE) return [{ view: WHOLE, picture: WHOLE }];
  const partOfShape = (outer: number, inner: number): FractionBox => {
    const [width, height] = inner < outer ? [inner / outer, 1] : [1, outer / inner];
    return [(1 - width) / 2, (1 - height) / 2, width, height];
  };
  return [
    { view: WHOLE, picture: WHOLE },
    { view: partOfShape(previewRatio, ratio), picture: WHOLE },
    { view: WHOLE, picture: partOfShape(ratio, previewRatio) },
  ];
}

function gridOf(ratio: number): readonly [number, number] {
  return ratio >= 1 ? [GRID, Math.max(8, Math.round(GRID / ratio))] : [Math.max(8, Math.round(GRID * ratio)), GRID];
}

function turnedBox([left, top, width, height]: FractionBox): FractionBox {
  return [top, left, height, width];
}

/** A plane of `columns` × `rows` with its axes exchanged. */
function transposed(plane: Float32Array, columns: number, rows: number): Float32Array {
  return plane.map((_, index) => plane[(index % rows) * columns + Math.floor(index / rows)] as number);
}

/** As it is, mirrored each way, and turned by half. */
function orientationsOf(plane: Float32Array, columns: number, rows: number): Float32Array[] {
  const pick = (at: (x: number, y: number) => number): Float32Array =>
    plane.map((_, index) => plane[at(index % columns, Math.floor(index / columns))] as number);
  return [
    plane,
    pick((x, y) => y * columns + columns - 1 - x),
    pick((x, y) => (rows - 1 - y) * columns + x),
    pick((x, y) => (rows - 1 - y) * columns + columns - 1 - x),
  ];
}

function agreementOf(seen: Float32Array, view: Float32Array, columns: number, rows: number): ThumbnailAgreement {
  const { slope, offset, correlation, contrast } = fitLine(seen, view);
  let count = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const value = slope * (seen[y * columns + x] as number) + offset;
      if (distanceToSurroundings(value, view, x, y, columns, rows) >= MIN_CELL_DIFFERENCE) count++;
    }
  }
  return { correlation, changedFraction: count / (columns * rows), contrast };
}

/** How far a value lies outside the range of the cell and its neighbours: a shift of one cell costs nothing. */
function distanceToSurroundings(
  value: number,
  view: Float32Array,
  x: number,
  y: number,
  columns: number,
  rows: number,
): number {
  let [low, high] = [255, 0];
  for (let atY = Math.max(0, y - 1); atY <= Math.min(rows - 1, y + 1); atY++) {
    for (let atX = Math.max(0, x - 1); atX <= Math.min(columns - 1, x + 1); atX++) {
      const around = view[atY * columns + atX] as number;
      low = Math.min(low, around);
      high = Math.max(high, around);
    }
  }
  return Math.max(low - value, value - high, 0);
}

/** The line that leads from the picture's luminance to the preview's by least squares, and their correlation. */
function fitLine(
  from: Float32Array,
  to: Float32Array,
): { slope: number; offset: number; correlation: number; contrast: number } {
  const mean = (plane: Float32Array): number => plane.reduce((sum, value) => sum + value, 0) / plane.length;
  const [meanFrom, meanTo] = [mean(from), mean(to)];
  let [product, squareFrom, squareTo] = [0, 0, 0];
  for (let index = 0; index < from.length; index++) {
    const [a, b] = [(from[index] as number) - meanFrom, (to[index] as number) - meanTo];
    product += a * b;
    squareFrom += a * a;
    squareTo += b * b;
  }
  // A plane of one tone correlates with nothing.
  const correlation = squareFrom > 0 && squareTo > 0 ? product / Math.sqrt(squareFrom * squareTo) : 0;
  const slope = squareFrom > 0 ? product / squareFrom : 0;
  const contrast = Math.sqrt(Math.min(squareFrom, squareTo) / from.length);
  return { slope, offset: meanTo - slope * meanFrom, correlation, contrast };
}
