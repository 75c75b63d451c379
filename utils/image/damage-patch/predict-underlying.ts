import type { DamagePatch } from './damage-patch.ts';

/** Pixels around the added place that its soft edge may reach, as a share of the smoothed mask. */
const MAX_NEAR_SHARE = 0.002;
const MIN_PIXELS = 50;
const ROUNDS = 3;
/** Contrast beyond these has another cause than a delivery. */
const LEAST_GAIN = 0.6;
const GREATEST_GAIN = 1.6;
/** Variance of gray levels below which a place is too plain to tell the contrast by. */
const MIN_VARIANCE = 4;
const MAX_MISS_LEVELS = 15;

/**
 * What the picture would show without what was added: the seller's picture with the gain and the offset that the two
 * differ by around the place. Gray levels.
 * @param near the mask of the added place, smoothed: how near each pixel is to it
 */
export function predictUnderlying(patch: DamagePatch, near: Float32Array): Float32Array {
  const { damaged, underlying } = patch;
  const around = Array.from(near.keys()).filter((index) => (near[index] as number) < MAX_NEAR_SHARE);
  let [gain, offset] = [1, 0];
  for (let round = 0, kept = around; round < ROUNDS && kept.length >= MIN_PIXELS; round++) {
    [gain, offset] = fitLine(kept, underlying, damaged);
    const missOf = (index: number): number =>
      Math.abs((damaged[index] as number) - gain * (underlying[index] as number) - offset);
    kept = around.filter((index) => missOf(index) < MAX_MISS_LEVELS);
  }
  return Float32Array.from(underlying, (level) => gain * level + offset);
}

/** Least squares of one straight line, its slope within what deliveries do. */
function fitLine(pixels: readonly number[], from: Uint8Array, to: Uint8Array): [gain: number, offset: number] {
  let [sumFrom, sumTo, squares, products] = [0, 0, 0, 0];
  for (const index of pixels) {
    const [x, y] = [from[index] as number, to[index] as number];
    sumFrom += x;
    sumTo += y;
    squares += x * x;
    products += x * y;
  }
  const [meanFrom, meanTo] = [sumFrom / pixels.length, sumTo / pixels.length];
  const variance = squares / pixels.length - meanFrom ** 2;
  const slope = variance > MIN_VARIANCE ? (products / pixels.length - meanFrom * meanTo) / variance : 1;
  const gain = Math.min(GREATEST_GAIN, Math.max(LEAST_GAIN, slope));
  return [gain, meanTo - gain * meanFrom];
}
