import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { clampToRange } from './clamp-to-range.ts';
import { fitRobustLinear } from './fit-robust-linear.ts';
import { blurPlane, emptyMask, type Mask, type Plane, quantileOf, sampleSet, valuesAt } from './plane.ts';
import { predictTone } from './predict-tone.ts';

const SAMPLES = 2500;
/** RGB levels between which a channel is free to move, and how many such samples are enough. */
const LOWEST_FREE = 4;
const HIGHEST_FREE = 251;
const MIN_FREE_SAMPLES = 800;
const MANY_SAMPLES = 20_000;
const MAD_TO_DEVIATION = 1.4826;
/** Light falls off over this share of the longest side; slower than any damage. */
const LOCAL_SIGMA_SHARE = 0.12;
const LOCAL_OUTLIER_DEVIATIONS = 3;
const LOCAL_MIN_DEVIATION = 0.8;
/** Width of the detail that sharpening raises and denoising lowers. */
const DETAIL_SIGMA = 2.5;
/** Every product of up to three of the three channels, and the detail of the lightness. */
const MONOMIALS = [0, 1, 2, 3].flatMap((i) =>
  [0, 1, 2, 3].flatMap((j) =>
    i + j <= 3 ? [0, 1, 2, 3].flatMap((k) => (i + j + k <= 3 ? [[i, j, k] as const] : [])) : [],
  ),
);
/** Keeps the higher orders, in which few pixels tell, from bending where there are none. */
const RIDGE = [...MONOMIALS.map(([i, j, k]) => (i + j + k === 0 ? 0 : 10 ** (i + j + k - 3))), 1e-3];
/** The middle of OpenCV's 8-bit scale of a and b. */
const NEUTRAL = 128;

/**
 * What the source would look like with the copy's tone: a robust cubic in the three channels (brightness,
 * contrast, colour, sharpening), then a slow local field (light, vignette).
 */
export function compensateTone(opencv: OpenCv, pair: AlignedPair, judged: Mask): Lab {
  const detail = detailOf(opencv, pair.source[0]);
  const samples = samplesOf(pair, judged);
  const features = { columns: RIDGE.length, data: new Float64Array(samples.length * RIDGE.length) };
  for (const [row, index] of samples.entries())
    fillFeatures(features.data, row * RIDGE.length, pair.source, detail, index);
  const weights = pair.copy.map((copy) =>
    fitRobustLinear(
      features,
      Float64Array.from(samples, (index) => copy.data[index] as number),
      RIDGE,
    ),
  );
  const predicted = predictTone(pair.source, detail, weights);
  clampToRange(opencv, pair.copyRgb, judged, predicted);
  addLocalField(opencv, pair, judged, predicted);
  return predicted;
}

/** Where the copy is not cut off at an end of its range: what lies beyond cannot be learnt there. */
function samplesOf({ copyRgb, width, height }: AlignedPair, judged: Mask): number[] {
  const free = emptyMask(width, height);
  for (let index = 0, at = 0; index < free.data.length; index++, at += 3) {
    if (judged.data[index] !== 1) continue;
    const lowest = Math.min(copyRgb[at] as number, copyRgb[at + 1] as number, copyRgb[at + 2] as number);
    const highest = Math.max(copyRgb[at] as number, copyRgb[at + 1] as number, copyRgb[at + 2] as number);
    if (lowest > LOWEST_FREE && highest < HIGHEST_FREE) free.data[index] = 1;
  }
  const samples = sampleSet(free, SAMPLES);
  return samples.length >= MIN_FREE_SAMPLES ? samples : sampleSet(judged, SAMPLES);
}

function detailOf(opencv: OpenCv, lightness: Plane): Float32Array {
  const detail = blurPlane(opencv, lightness, DETAIL_SIGMA).data;
  for (let index = 0; index < detail.length; index++)
    detail[index] = (lightness.data[index] as number) - (detail[index] as number);
  return detail;
}

/** The features of one pixel, in the order of `RIDGE`. */
function fillFeatures(
  features: Float64Array,
  from: number,
  [lightness, planeA, planeB]: Lab,
  detail: Float32Array,
  index: number,
): void {
  const l = (lightness.data[index] as number) / 100;
  const a = ((planeA.data[index] as number) - NEUTRAL) / 100;
  const b = ((planeB.data[index] as number) - NEUTRAL) / 100;
  let at = from;
  for (let i = 0, ofL = 1; i <= 3; i++, ofL *= l)
    for (let j = 0, ofA = ofL; i + j <= 3; j++, ofA *= a)
      for (let k = 0, ofB = ofA; i + j + k <= 3; k++, ofB *= b) features[at++] = ofB;
  features[at] = (detail[index] as number) / 100;
}

type Three<T> = [T, T, T];

/** Adds, in place, the slow difference that is left where the pictures agree. */
function addLocalField(opencv: OpenCv, pair: AlignedPair, judged: Mask, predicted: readonly Plane[]): void {
  const { width, height } = pair;
  const differences = predicted.map((plane, channel) =>
    differenceOf((pair.copy[channel] as Plane).data, plane.data),
  ) as Three<Float32Array>;
  const distance = lengthsOf(...differences);
  const inside = valuesAt(sampleSet(judged, MANY_SAMPLES), (index) => distance[index] as number);
  const limit = LOCAL_OUTLIER_DEVIATIONS * (MAD_TO_DEVIATION * quantileOf(inside, 0.5) + LOCAL_MIN_DEVIATION);
  const weight = new Float32Array(distance.length);
  for (let index = 0; index < weight.length; index++)
    if (judged.data[index] && (distance[index] as number) < limit) weight[index] = 1;
  const sigma = Math.max(width, height) * LOCAL_SIGMA_SHARE;
  const share = blurPlane(opencv, { width, height, data: weight }, sigma).data;
  for (const [channel, difference] of differences.entries()) {
    for (let index = 0; index < weight.length; index++) if (!weight[index]) difference[index] = 0;
    const field = blurPlane(opencv, { width, height, data: difference }, sigma).data;
    const { data } = predicted[channel] as Plane;
    for (let index = 0; index < data.length; index++)
      data[index] = (data[index] as number) + (field[index] as number) / ((share[index] as number) + 1e-3);
  }
}

function differenceOf(values: Float32Array, others: Float32Array): Float32Array {
  const difference = new Float32Array(values.length);
  for (let index = 0; index < difference.length; index++)
    difference[index] = (values[index] as number) - (others[index] as number);
  return difference;
}

/** The lengths of vectors with these coordinates. */
function lengthsOf(x: Float32Array, y: Float32Array, z: Float32Array): Float32Array {
  const lengths = new Float32Array(x.length);
  for (let index = 0; index < lengths.length; index++)
    lengths[index] = Math.sqrt((x[index] as number) ** 2 + (y[index] as number) ** 2 + (z[index] as number) ** 2);
  return lengths;
}
