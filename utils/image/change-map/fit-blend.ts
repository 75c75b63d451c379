import { quantileOf, valuesAt } from './plane.ts';

/**
 * One paint over a picture: every pixel becomes `keep` of itself plus the same amount of one colour. Paint that covers
 * has a `keep` of 0; a highlighter, a translucent bar and a watermark have more.
 */
export interface Blend {
  /** Share of the source that shows through, 0 to 4; more than 1 where the paint lies around and the tone followed it. */
  readonly keep: number;
  /** What is added, RGB levels: the paint's colour times `1 - keep`. */
  readonly add: readonly [number, number, number];
}

const MAX_KEEP = 4;
const ROUNDS = 8;
/** Tukey's biweight, in robust standard deviations. */
const TUKEY_DEVIATIONS = 4.7;
const MAD_TO_DEVIATION = 1.4826;
const MIN_DEVIATION_LEVELS = 2;
const MAX_SAMPLES = 4000;

/**
 * The blend that explains most of the pixels: least squares with Tukey's weights (Beaton and Tukey 1974), the share
 * `keep` common to the three channels.
 * @param copy what is seen, RGB, three bytes a pixel
 * @param source what was there before, likewise
 * @param pixels indices of the pixels to explain
 */
export function fitBlend(copy: Uint8Array, source: Uint8Array, pixels: readonly number[]): Blend {
  const step = Math.max(1, Math.ceil(pixels.length / MAX_SAMPLES));
  const samples = pixels.filter((_, index) => index % step === 0);
  const weights = new Float64Array(samples.length).fill(1);
  let blend: Blend = { keep: 0, add: [0, 0, 0] };
  for (let round = 0; round < ROUNDS; round++) {
    blend = solve(copy, source, samples, weights);
    const misses = valuesAt(samples, (index) => missOf(copy, source, index, blend));
    const limit = TUKEY_DEVIATIONS * Math.max(MIN_DEVIATION_LEVELS, MAD_TO_DEVIATION * quantileOf(misses, 0.5));
    for (const [at, miss] of misses.entries()) weights[at] = miss < limit ? (1 - (miss / limit) ** 2) ** 2 : 0;
  }
  return blend;
}

/** Distance in levels between what is seen at a pixel and what the blend puts there. */
export function missOf(copy: Uint8Array, source: Uint8Array, index: number, { keep, add }: Blend): number {
  let squares = 0;
  for (let channel = 0; channel < 3; channel++) {
    const at = index * 3 + channel;
    squares += ((copy[at] as number) - keep * (source[at] as number) - (add[channel] as number)) ** 2;
  }
  return Math.sqrt(squares);
}

function solve(copy: Uint8Array, source: Uint8Array, samples: readonly number[], weights: Float64Array): Blend {
  const sourceMean = [0, 0, 0];
  const copyMean = [0, 0, 0];
  let total = 1e-9;
  for (const weight of weights) total += weight;
  for (let channel = 0; channel < 3; channel++) {
    for (const [at, index] of samples.entries()) {
      sourceMean[channel] =
        (sourceMean[channel] as number) + ((weights[at] as number) * (source[index * 3 + channel] as number)) / total;
      copyMean[channel] =
        (copyMean[channel] as number) + ((weights[at] as number) * (copy[index * 3 + channel] as number)) / total;
    }
  }
  let products = 0;
  let squares = 1e-6;
  for (let channel = 0; channel < 3; channel++)
    for (const [at, index] of samples.entries()) {
      const s = (source[index * 3 + channel] as number) - (sourceMean[channel] as number);
      const c = (copy[index * 3 + channel] as number) - (copyMean[channel] as number);
      products += (weights[at] as number) * s * c;
      squares += (weights[at] as number) * s * s;
    }
  const keep = Math.min(MAX_KEEP, Math.max(0, products / squares));
  const add = copyMean.map((mean, channel) => mean - keep * (sourceMean[channel] as number));
  return { keep, add: add as [number, number, number] };
}
