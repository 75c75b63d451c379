import type { DecodedImage } from '../decoded-image.ts';
import type { GrayPlane, PixelBox } from './gray-plane.ts';

const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;
const WHITE = 255;
const OPAQUE = 255;

/**
 * What the plane is to show best. A mark is gray: on a coloured ground a bright one stands out in the smallest of the
 * three channels and a dark one in the largest, more than in luma.
 */
export type ContrastFor = 'all' | 'bright' | 'dark';

/**
 * ITU-R BT.601 luma (0 to 255) of a part of a picture on a white page, brought to another size: the mean of the source
 * pixels under each new pixel where it shrinks, bilinear between them where it grows.
 * @param box the part, in pixels of the picture; it lies inside it and is not empty
 * @param scale new pixels per source pixel, above 0
 * @param contrastFor for `bright` and `dark`, the mean of luma and of the channel in which gray ink stands out
 */
export function cropLuminance(
  pixels: DecodedImage,
  box: PixelBox,
  scale: number,
  contrastFor: ContrastFor = 'all',
): GrayPlane {
  const source = lumaOf(pixels, box, contrastFor);
  if (scale === 1) return source;
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const columns = resampleWeights(source.width, width);
  const rows = resampleWeights(source.height, height);
  const narrow = narrowed(source, columns);
  const data = new Float32Array(width * height);
  for (const [y, { first, weights }] of rows.entries()) {
    for (let tap = 0; tap < weights.length; tap++) {
      const from = (first + tap) * width;
      const weight = weights[tap] as number;
      const to = y * width;
      for (let x = 0; x < width; x++) data[to + x] = (data[to + x] as number) + weight * (narrow[from + x] as number);
    }
  }
  return { width, height, data };
}

/** Every row brought to as many values as there are columns. */
function narrowed({ width, height, data }: GrayPlane, columns: readonly Taps[]): Float32Array {
  // All taps in one array: this loop looks at every pixel of the source.
  const weights = Float64Array.from(columns.flatMap((column) => column.weights));
  const firsts = Int32Array.from(columns, ({ first }) => first);
  const counts = Int32Array.from(columns, (column) => column.weights.length);
  const narrow = new Float32Array(columns.length * height);
  for (let y = 0, to = 0; y < height; y++)
    for (let column = 0, tap = 0; column < firsts.length; column++) {
      let at = y * width + (firsts[column] as number);
      let sum = 0;
      for (const end = tap + (counts[column] as number); tap < end; tap++, at++)
        sum += (data[at] as number) * (weights[tap] as number);
      narrow[to++] = sum;
    }
  return narrow;
}

function lumaOf(pixels: DecodedImage, { left, top, right, bottom }: PixelBox, contrastFor: ContrastFor): GrayPlane {
  const width = right - left;
  const height = bottom - top;
  const data = new Float32Array(width * height);
  const { rgba } = pixels;
  for (let y = top, to = 0; y < bottom; y++) {
    for (let x = left, at = 4 * (y * pixels.width + left); x < right; x++, at += 4) {
      const alpha = rgba[at + 3] as number;
      const red = rgba[at] as number;
      const green = rgba[at + 1] as number;
      const blue = rgba[at + 2] as number;
      let luma = RED * red + GREEN * green + BLUE * blue;
      if (contrastFor === 'bright') luma = (luma + Math.min(red, green, blue)) / 2;
      if (contrastFor === 'dark') luma = (luma + Math.max(red, green, blue)) / 2;
      data[to++] = alpha === OPAQUE ? luma : luma * (alpha / OPAQUE) + WHITE * (1 - alpha / OPAQUE);
    }
  }
  return { width, height, data };
}

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Triangle filter, as wide as a new pixel where it shrinks and as a source pixel where it grows. */
function resampleWeights(from: number, to: number): Taps[] {
  const step = from / to;
  const radius = Math.max(1, step);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - radius));
    const last = Math.min(from - 1, Math.floor(centre + radius));
    const raw = Array.from({ length: last - first + 1 }, (_, tap) => 1 - Math.abs(first + tap - centre) / radius);
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    // At the border every tap may have the weight 0: the nearest pixel then counts alone.
    return total > 0
      ? { first, weights: raw.map((weight) => weight / total) }
      : { first: Math.min(from - 1, Math.max(0, Math.round(centre))), weights: [1] };
  });
}
