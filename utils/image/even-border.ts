import type { DecodedImage } from './decoded-image.ts';
import { luminanceOf } from './luminance.ts';
import type { Region } from './region.ts';

/** What is left of a picture when an even border is cut off, and whether that still stands on white. */
export interface WithoutBorder {
  readonly content: Region;
  /** The content's own rim is white: goods cut out on white, as shops and platforms show them, not a photo of a room. */
  readonly isOnWhite: boolean;
}

const WORKING_SIDE = 640;
/** Gray levels that compression leaves in an even border. */
const BAND = 10;
const MIN_EVEN_SHARE = 0.98;
const WHITE = 240;
const MIN_WHITE_SHARE = 0.5;
/** A picture that would be cut to less than this has no border but is nearly empty. */
const MIN_CONTENT_SIDE = 0.2;

/** Cuts rows and columns off while they are even and of the colour of their side's outermost line. */
export function withoutBorder(pixels: DecodedImage): WithoutBorder {
  const scale = Math.min(1, WORKING_SIDE / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const luma = luminanceOf(pixels, width, height);
  const at = (x: number, y: number): number => luma[y * width + x] as number;
  const row = (y: number): number[] => Array.from({ length: width }, (_, x) => at(x, y));
  const column = (x: number): number[] => Array.from({ length: height }, (_, y) => at(x, y));
  const top = countEven(height, (step) => row(step));
  const bottom = countEven(height, (step) => row(height - 1 - step));
  const left = countEven(width, (step) => column(step));
  const right = countEven(width, (step) => column(width - 1 - step));
  const content = {
    x: left / width,
    y: top / height,
    width: (width - left - right) / width,
    height: (height - top - bottom) / height,
  };
  if (content.width < MIN_CONTENT_SIDE || content.height < MIN_CONTENT_SIDE)
    return { content: { x: 0, y: 0, width: 1, height: 1 }, isOnWhite: median(row(0)) >= WHITE };
  const inside = (line: number[], from: number, to: number): number[] => line.slice(from, line.length - to);
  const rim = [
    ...inside(row(top), left, right),
    ...inside(row(height - 1 - bottom), left, right),
    ...inside(column(left), top, bottom),
    ...inside(column(width - 1 - right), top, bottom),
  ];
  return { content, isOnWhite: rim.filter((value) => value >= WHITE).length >= MIN_WHITE_SHARE * rim.length };
}

/** How many lines, counted inwards, are even and alike. */
function countEven(limit: number, line: (step: number) => number[]): number {
  const ground = median(line(0));
  for (let step = 0; step < limit; step++) {
    const values = line(step);
    const even = values.filter((value) => Math.abs(value - ground) <= BAND).length;
    if (even < MIN_EVEN_SHARE * values.length) return step;
  }
  return limit;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
