import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { fitRobustLinear } from './fit-robust-linear.ts';
import { blurPlane, type Mask, type Plane, quantileOf, sampleSet } from './plane.ts';

const SAMPLES = 4000;
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
  const samples = sampleSet(judged, SAMPLES);
  const features = samples.map((index) => featuresAt(pair.source, detail, index));
  const predicted = pair.copy.map((copy) => {
    const weights = fitRobustLinear(
      features,
      samples.map((index) => copy.data[index] as number),
      RIDGE,
    );
    return predictChannel(pair.source, detail, weights);
  });
  addLocalField(opencv, pair, judged, predicted);
  return predicted as unknown as Lab;
}

function detailOf(opencv: OpenCv, lightness: Plane): Float32Array {
  const blurred = blurPlane(opencv, lightness, DETAIL_SIGMA).data;
  return lightness.data.map((value, index) => value - (blurred[index] as number));
}

function featuresAt([lightness, planeA, planeB]: Lab, detail: Float32Array, index: number): number[] {
  const l = (lightness.data[index] as number) / 100;
  const a = ((planeA.data[index] as number) - NEUTRAL) / 100;
  const b = ((planeB.data[index] as number) - NEUTRAL) / 100;
  return [...MONOMIALS.map(([i, j, k]) => l ** i * a ** j * b ** k), (detail[index] as number) / 100];
}

function predictChannel(source: Lab, detail: Float32Array, weights: readonly number[]): Plane {
  const [{ width, height, data: lightness }, { data: planeA }, { data: planeB }] = source;
  const weightOf = new Map(MONOMIALS.map((powers, index) => [powers.join(), weights[index] as number]));
  // The same polynomial with powers of a and b outside and of the lightness inside, so that a pixel costs 20 products.
  const rows = MONOMIALS.filter(([i]) => i === 0).map(([, j, k]) => ({
    j,
    k,
    terms: [0, 1, 2, 3].map((i) => weightOf.get(`${i},${j},${k}`) ?? 0) as [number, number, number, number],
  }));
  const detailWeight = (weights[MONOMIALS.length] as number) / 100;
  const powersA = new Float64Array([1, 0, 0, 0]);
  const powersB = new Float64Array([1, 0, 0, 0]);
  const data = new Float32Array(lightness.length);
  for (let index = 0; index < data.length; index++) {
    const l = (lightness[index] as number) / 100;
    fillPowers(powersA, ((planeA[index] as number) - NEUTRAL) / 100);
    fillPowers(powersB, ((planeB[index] as number) - NEUTRAL) / 100);
    let sum = detailWeight * (detail[index] as number);
    for (const { j, k, terms } of rows)
      sum +=
        (powersA[j] as number) * (powersB[k] as number) * (terms[0] + l * (terms[1] + l * (terms[2] + l * terms[3])));
    data[index] = sum;
  }
  return { width, height, data };
}

function fillPowers(powers: Float64Array, value: number): void {
  powers[1] = value;
  powers[2] = value * value;
  powers[3] = value * value * value;
}

/** Adds, in place, the slow difference that is left where the pictures agree. */
function addLocalField(opencv: OpenCv, pair: AlignedPair, judged: Mask, predicted: readonly Plane[]): void {
  const { width, height } = pair;
  const differences = predicted.map((plane, channel) =>
    plane.data.map((value, index) => ((pair.copy[channel] as Plane).data[index] as number) - value),
  ) as [Float32Array, Float32Array, Float32Array];
  const distance = differences[0].map((value, index) =>
    Math.hypot(value, differences[1][index] as number, differences[2][index] as number),
  );
  const inside = distance.filter((_, index) => judged.data[index]);
  const limit = LOCAL_OUTLIER_DEVIATIONS * (MAD_TO_DEVIATION * quantileOf(inside, 0.5) + LOCAL_MIN_DEVIATION);
  const weight = distance.map((value, index) => (judged.data[index] && value < limit ? 1 : 0));
  const sigma = Math.max(width, height) * LOCAL_SIGMA_SHARE;
  const share = blurPlane(opencv, { width, height, data: weight }, sigma).data;
  for (const [channel, difference] of differences.entries()) {
    const weighted = difference.map((value, index) => value * (weight[index] as number));
    const field = blurPlane(opencv, { width, height, data: weighted }, sigma).data;
    const { data } = predicted[channel] as Plane;
    for (let index = 0; index < data.length; index++)
      data[index] = (data[index] as number) + (field[index] as number) / ((share[index] as number) + 1e-3);
  }
}
