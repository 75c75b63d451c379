import { type DrawingContext, drawAligned } from '../../drawing/draw-aligned.ts';
import type { Homography } from '../../drawing/homography.ts';
import type { Region } from '../../image/region.ts';

/** Longest side of a picture in the report, in pixels: sharp in half the width of A4 at 200 dots per inch. */
const REPORT_SIDE_PIXELS = 1000;
/** Cells along the longer side of a blurred place: a face or a house number cannot be read from them. */
const BLUR_CELLS = 6;
const JPEG_QUALITY = 0.85;
/** The part of the frame around a changed place, in multiples of its size. */
const SURROUNDINGS = 1.6;
const MIN_SHOWN_SHARE = 0.25;
/** The shorter side of the shown part as a share of the longer. */
const MIN_SIDE_RATIO = 0.7;

export interface DrawnPair {
  readonly picture: Blob;
  readonly other: Blob;
}

/** The picture, reduced, with the seller's blurred places and numbered outlines. */
export async function drawWhole(
  picture: ImageBitmap,
  regions: readonly Region[],
  blurred: readonly Region[],
  longestSide = REPORT_SIDE_PIXELS,
): Promise<Blob> {
  const context = contextOf(scaledSize(picture, longestSide));
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  blurRegions(context, blurred);
  outlineRegions(context, regions);
  return jpegOf(context);
}

/** A copy of a picture with its own blurred places, in its own frame and size; the picture itself where there are none. */
export function blurredCopy(picture: ImageBitmap, blurred: readonly Region[]): ImageBitmap {
  if (blurred.length === 0) return picture;
  const context = contextOf([picture.width, picture.height]);
  context.drawImage(picture, 0, 0);
  blurRegions(context, blurred);
  return context.canvas.transferToImageBitmap();
}

/**
 * The same part of both pictures, in the frame of the first: the surroundings of the regions, or everything where there are
 * none. The other picture is blurred at the same places.
 * @param otherToPicture homography from fractions of `other` to fractions of `picture`
 */
export async function drawPair(
  picture: ImageBitmap,
  other: ImageBitmap,
  otherToPicture: Homography,
  regions: readonly Region[],
  blurred: readonly Region[],
): Promise<DrawnPair> {
  const shown = shownPart(regions);
  const layer = async (paint: (context: DrawingContext) => void): Promise<Blob> => {
    const frame = contextOf(scaledSize(picture, 2 * REPORT_SIDE_PIXELS));
    paint(frame);
    blurRegions(frame, blurred);
    outlineRegions(frame, regions);
    return jpegOf(cropped(frame, shown));
  };
  return {
    picture: await layer((frame) => frame.drawImage(picture, 0, 0, frame.canvas.width, frame.canvas.height)),
    other: await layer((frame) => drawAligned(frame, other, otherToPicture)),
  };
}

/**
 * The box around all regions with some surroundings, inside the picture and never a narrow strip; everything where there are
 * no regions.
 */
export function shownPart(regions: readonly Region[]): Region {
  if (regions.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const left = Math.min(...regions.map(({ x }) => x));
  const top = Math.min(...regions.map(({ y }) => y));
  const right = Math.max(...regions.map(({ x, width }) => x + width));
  const bottom = Math.max(...regions.map(({ y, height }) => y + height));
  const [across, down] = [right - left, bottom - top].map((side) => side * SURROUNDINGS) as [number, number];
  const width = Math.min(1, Math.max(MIN_SHOWN_SHARE, across, down * MIN_SIDE_RATIO));
  const height = Math.min(1, Math.max(MIN_SHOWN_SHARE, down, across * MIN_SIDE_RATIO));
  const start = (middle: number, length: number): number => Math.min(1 - length, Math.max(0, middle - length / 2));
  return { x: start((left + right) / 2, width), y: start((top + bottom) / 2, height), width, height };
}

function scaledSize({ width, height }: ImageBitmap, longestSide = REPORT_SIDE_PIXELS): [number, number] {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

function contextOf([width, height]: readonly [number, number]): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('The browser gives no canvas');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return context;
}

function cropped(from: OffscreenCanvasRenderingContext2D, part: Region): OffscreenCanvasRenderingContext2D {
  const { canvas } = from;
  const [x, y] = [part.x * canvas.width, part.y * canvas.height];
  const [width, height] = [part.width * canvas.width, part.height * canvas.height];
  const context = contextOf([Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]);
  context.drawImage(canvas, x, y, width, height, 0, 0, context.canvas.width, context.canvas.height);
  return context;
}

function blurRegions(context: OffscreenCanvasRenderingContext2D, regions: readonly Region[]): void {
  const { canvas } = context;
  for (const region of regions) {
    const [x, y] = [region.x * canvas.width, region.y * canvas.height];
    const [width, height] = [region.width * canvas.width, region.height * canvas.height];
    const longer = Math.max(width, height);
    if (longer < 1) continue;
    const small = contextOf([
      Math.max(1, Math.round((BLUR_CELLS * width) / longer)),
      Math.max(1, Math.round((BLUR_CELLS * height) / longer)),
    ]);
    small.drawImage(canvas, x, y, width, height, 0, 0, small.canvas.width, small.canvas.height);
    context.imageSmoothingEnabled = false;
    context.drawImage(small.canvas, x, y, width, height);
    context.imageSmoothingEnabled = true;
  }
}

/** Dark and light at once, so that an outline stands out on any content. */
function outlineRegions(context: OffscreenCanvasRenderingContext2D, regions: readonly Region[]): void {
  const { canvas } = context;
  const line = Math.max(2, Math.max(canvas.width, canvas.height) / 350);
  for (const [index, region] of regions.entries()) {
    const box = [
      region.x * canvas.width,
      region.y * canvas.height,
      region.width * canvas.width,
      region.height * canvas.height,
    ] as const;
    for (const [color, width] of [
      ['#101418', line * 2.2],
      ['#ffd400', line],
    ] as const) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.strokeRect(...box);
    }
    if (regions.length > 1) numberAt(context, index + 1, box[0], box[1], line * 9);
  }
}

function numberAt(
  context: OffscreenCanvasRenderingContext2D,
  number: number,
  x: number,
  y: number,
  size: number,
): void {
  context.fillStyle = '#101418';
  context.fillRect(x, y, size, size);
  context.fillStyle = '#ffd400';
  context.font = `bold ${size * 0.75}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(number), x + size / 2, y + size / 2);
}

function jpegOf({ canvas }: OffscreenCanvasRenderingContext2D): Promise<Blob> {
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
