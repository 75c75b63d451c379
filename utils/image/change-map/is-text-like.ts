import type { OpenCv } from '../../checks/open-cv.ts';
import { findComponents, type Mask, type PixelBox } from './plane.ts';

/** A piece smaller than this is a speck of compression. */
const MIN_PIECE_PIXELS = 6;
const MIN_GLYPHS = 4;
/** Glyphs of one row share its middle to within this much of its height, and are of similar height. */
const ROW_SHARE = 0.5;
const MIN_HEIGHT_RATIO = 0.35;
const MAX_HEIGHT_RATIO = 1.8;
/** So much of the ink must stand in rows. */
const MIN_ROW_INK_SHARE = 0.7;
/** One line of writing is wider than tall, and a row of its pixels crosses so many strokes. */
const MIN_LINE_ASPECT = 2;
const MIN_STROKES_CROSSED = 5;
/** Every part of a line of writing is about as tall as the line; the ends of a crack are not. */
const LINE_PARTS = 6;
const MIN_PART_HEIGHT = 0.55;

/** Whether ink looks like writing, upright or running down the side: glyphs in a row, or strokes packed in a line. */
export function isTextLike(opencv: OpenCv, ink: Mask): boolean {
  const pieces = findComponents(opencv, ink).boxes.filter((box) => box.areaPixels >= MIN_PIECE_PIXELS);
  if (pieces.length === 0) return false;
  if (standsInRows(pieces) || standsInRows(pieces.map(transposedBox))) return true;
  const line = cropTo(ink, pieces);
  return isPackedLine(line) || isPackedLine(transposedMask(line));
}

/** Whether most pieces stand side by side in rows of at least four, with similar heights. */
function standsInRows(pieces: readonly PixelBox[]): boolean {
  const ink = pieces.reduce((sum, box) => sum + box.areaPixels, 0);
  let inRows = 0;
  let rest = pieces.toSorted((a, b) => b.height - a.height);
  while (rest.length >= MIN_GLYPHS) {
    const [tallest] = rest as [PixelBox, ...PixelBox[]];
    const middle = tallest.top + tallest.height / 2;
    const isInRow = (box: PixelBox): boolean =>
      Math.abs(box.top + box.height / 2 - middle) <= ROW_SHARE * tallest.height &&
      box.height <= MAX_HEIGHT_RATIO * tallest.height;
    const row = rest.filter(isInRow);
    const glyphs = row.filter((box) => box.height >= MIN_HEIGHT_RATIO * tallest.height);
    const width = Math.max(...row.map((box) => box.left + box.width)) - Math.min(...row.map((box) => box.left));
    if (glyphs.length >= MIN_GLYPHS && width >= 2 * tallest.height)
      inRows += row.reduce((sum, box) => sum + box.areaPixels, 0);
    rest = rest.filter((box) => !isInRow(box));
  }
  return inRows >= MIN_ROW_INK_SHARE * ink;
}

/** Whether the mask is one line of strokes: many of them side by side, and as tall at its ends as in its middle. */
function isPackedLine({ width, height, data }: Mask): boolean {
  if (width < MIN_LINE_ASPECT * height) return false;
  const crossed = Array.from({ length: height }, (_, y) => {
    let strokes = 0;
    for (let x = 0; x < width; x++) if (data[y * width + x] && !(x > 0 && data[y * width + x - 1])) strokes++;
    return strokes;
  }).sort((a, b) => a - b);
  if ((crossed[height >> 1] as number) < MIN_STROKES_CROSSED) return false;
  return Array.from({ length: LINE_PARTS }, (_, part) => part).every((part) => {
    const from = Math.floor((part * width) / LINE_PARTS);
    const to = Math.floor(((part + 1) * width) / LINE_PARTS);
    const hasInk = (y: number): boolean => data.subarray(y * width + from, y * width + to).includes(1);
    const rows = Array.from({ length: height }, (_, y) => y).filter(hasInk);
    return ((rows.at(-1) ?? -1) - (rows[0] ?? 0) + 1) / height >= MIN_PART_HEIGHT;
  });
}

function cropTo(mask: Mask, pieces: readonly PixelBox[]): Mask {
  const left = Math.min(...pieces.map((box) => box.left));
  const top = Math.min(...pieces.map((box) => box.top));
  const width = Math.max(...pieces.map((box) => box.left + box.width)) - left;
  const height = Math.max(...pieces.map((box) => box.top + box.height)) - top;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * mask.width + left;
    data.set(mask.data.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

function transposedBox({ left, top, width, height, areaPixels }: PixelBox): PixelBox {
  return { left: top, top: left, width: height, height: width, areaPixels };
}

function transposedMask({ width, height, data }: Mask): Mask {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] as number;
  return { width: height, height: width, data: turned };
}
