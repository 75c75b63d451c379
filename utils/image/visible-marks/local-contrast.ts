import type { GrayPlane } from './gray-plane.ts';

/**
 * How much each pixel is brighter than its surroundings: the plane minus its box mean.
 * @param radius the box reaches this many pixels to each side; cut off at the border
 */
export function localContrast(plane: GrayPlane, radius: number): GrayPlane {
  return contrastAgainst(plane, boxSums(plane), radius);
}

/** Sums of a plane over all rectangles from its top left corner: `(width + 1) * (height + 1)` values. */
export function boxSums({ width, height, data }: GrayPlane): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0, at = 0, to = width + 2; y < height; y++, to++) {
    let row = 0;
    for (let x = 0; x < width; x++, at++, to++) {
      row += data[at] as number;
      sums[to] = (sums[to - width - 1] as number) + row;
    }
  }
  return sums;
}

/**
 * `localContrast` of a plane whose `boxSums` are known, for more than one radius.
 * @param radius the box reaches this many pixels to each side; cut off at the border
 */
export function contrastAgainst({ width, height, data }: GrayPlane, sums: Float64Array, radius: number): GrayPlane {
  const contrast = new Float32Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x++, to++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number);
      contrast[to] = (data[to] as number) - sum / (rows * (right - left));
    }
  }
  return { width, height, data: contrast };
}

/** Median absolute deviation to standard deviation, for normal noise. */
const MAD_TO_SIGMA = 1.4826;
/** A histogram this fine gives the median without sorting. */
const BINS_PER_LEVEL = 32;
const DEVIATION_BINS = 256 * BINS_PER_LEVEL;

/**
 * The standard deviation of the contrast around each column, from the median absolute deviation in windows, so that a
 * calm corner is judged by its own calm and a few strokes of text do not count as noise.
 * @param windowWidth in pixels
 * @returns one value a column, in gray levels
 */
export function contrastNoise(contrast: GrayPlane, windowWidth: number): Float32Array {
  const { width, height, data } = contrast;
  const count = Math.max(1, Math.round(width / windowWidth));
  const levels = Array.from({ length: count }, (_, index) => {
    const left = Math.floor((index * width) / count);
    const right = Math.floor(((index + 1) * width) / count);
    const counts = new Uint32Array(DEVIATION_BINS);
    for (let y = 0; y < height; y++)
      for (let x = left; x < right; x++) {
        const bin = Math.min(DEVIATION_BINS - 1, Math.floor(BINS_PER_LEVEL * Math.abs(data[y * width + x] as number)));
        counts[bin] = (counts[bin] as number) + 1;
      }
    return (MAD_TO_SIGMA * medianBin(counts, (right - left) * height)) / BINS_PER_LEVEL;
  });
  return Float32Array.from({ length: width }, (_, x) => {
    const place = Math.min(count - 1, Math.max(0, ((x + 0.5) * count) / width - 0.5));
    const before = levels[Math.floor(place)] as number;
    const after = levels[Math.ceil(place)] as number;
    return before + (after - before) * (place - Math.floor(place));
  });
}

function medianBin(counts: Uint32Array, total: number): number {
  let below = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    below += counts[bin] as number;
    if (2 * below > total) return bin;
  }
  return 0;
}

/** Contrast that counts where there is no noise, in gray levels. */
const MIN_CONTRAST = 5;

/**
 * Where the contrast of one sign exceeds `factor` times the noise.
 * @param noise one value a column, as of `contrastNoise`
 * @returns 1 for a pixel that stands out, row by row
 */
export function maskAbove(contrast: GrayPlane, noise: Float32Array, factor: number, sign: 1 | -1): Uint8Array {
  const { width, height, data } = contrast;
  const limits = Float64Array.from(noise, (level) => Math.max(MIN_CONTRAST, factor * level));
  const mask = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (sign * (data[at] as number) > (limits[x] as number)) mask[at] = 1;
  return mask;
}
