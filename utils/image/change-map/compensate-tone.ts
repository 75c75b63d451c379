import type { OpenCv } from '../../checks/open-cv.ts';
import { type AlignedPair, type Lab, labDistance } from './aligned-pair.ts';
import { fitRobustLinear } from './fit-robust-linear.ts';
import { blurPlane, type Mask, type Plane, quantileOf, sampleSet, valuesInside } from './plane.ts';

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
  }) as unknown as Lab;
  addLocalField(opencv, pair, judged, predicted);
  return predicted;
}

function detailOf(opencv: OpenCv, lightness: Plane): Float32Array {
  const blurred = blurPlane(opencv, lightness, DETAIL_SIGMA).data;
  const detail = new Float32Array(blurred.length);
  for (let index = 0; index < detail.length; index++)
    detail[index] = (lightness.data[index] as number) - (blurred[index] as number);
  return detail;
}

function featuresAt([lightness, planeA, planeB]: Lab, detail: Float32Array, index: number): number[] {
  const l = (lightness.data[index] as number) / 100;
  const a = ((planeA.data[index] as number) - NEUTRAL) / 100;
  const b = ((planeB.data[index] as number) - NEUTRAL) / 100;
  const [powersL, powersA, powersB] = [l, a, b].map((value) => [1, value, value ** 2, value ** 3]) as [
    number[],
    number[],
    number[],
  ];
  const features = MONOMIALS.map(
    ([i, j, k]) => (powersL[i] as number) * (powersA[j] as number) * (powersB[k] as number),
  );
  features.push((detail[index] as number) / 100);
  return features;
}

type Twenty = readonly [
  ...(readonly [number, number, number, number, number, number, number, number, number, number]),
  ...(readonly [number, number, number, number, number, number, number, number, number, number]),
];

/** Evaluates the polynomial everywhere, nested by the powers of a, then of b, then of the lightness. */
function predictChannel(source: Lab, detail: Float32Array, weights: readonly number[]): Plane {
  const [{ width, height, data: lightness }, { data: planeA }, { data: planeB }] = source;
  // In the order of MONOMIALS: powers of the lightness, then of a, then of b.
  const [c, cB, cB2, cB3, cA, cAB, cAB2, cA2, cA2B, cA3, cL, cLB, cLB2, cLA, cLAB, cLA2, cL2, cL2B, cL2A, cL3] =
    weights as unknown as Twenty;
  const detailWeight = (weights[MONOMIALS.length] as number) / 100;
  const data = new Float32Array(lightness.length);
  for (let index = 0; index < data.length; index++) {
    const l = (lightness[index] as number) / 100;
    const a = ((planeA[index] as number) - NEUTRAL) / 100;
    const b = ((planeB[index] as number) - NEUTRAL) / 100;
    const withoutA =
      c + l * (cL + l * (cL2 + l * cL3)) + b * (cB + l * (cLB + l * cL2B) + b * (cB2 + l * cLB2 + b * cB3));
    const withA =
      cA + l * (cLA + l * cL2A) + b * (cAB + l * cLAB + b * cAB2) + a * (cA2 + l * cLA2 + b * cA2B + a * cA3);
    data[index] = detailWeight * (detail[index] as number) + withoutA + a * withA;
  }
  return { width, height, data };
}

/** Adds, in place, the slow difference that is left where the pictures agree. */
function addLocalField(opencv: OpenCv, pair: AlignedPair, judged: Mask, predicted: Lab): void {
  const { width, height } = pair;
  const distance = new Float32Array(width * height);
  for (let index = 0; index < distance.length; index++) distance[index] = labDistance(pair.copy, predicted, index);
  const inside = valuesInside(distance, judged);
  const limit = LOCAL_OUTLIER_DEVIATIONS * (MAD_TO_DEVIATION * quantileOf(inside, 0.5) + LOCAL_MIN_DEVIATION);
  const weight = new Float32Array(distance.length);
  for (let index = 0; index < weight.length; index++)
    weight[index] = judged.data[index] && (distance[index] as number) < limit ? 1 : 0;
  const sigma = Math.max(width, height) * LOCAL_SIGMA_SHARE;
  const share = blurPlane(opencv, { width, height, data: weight }, sigma).data;
  for (const [channel, { data }] of predicted.entries()) {
    const copy = (pair.copy[channel] as Plane).data;
    const weighted = new Float32Array(data.length);
    for (let index = 0; index < data.length; index++)
      if (weight[index] === 1) weighted[index] = (copy[index] as number) - (data[index] as number);
    const field = blurPlane(opencv, { width, height, data: weighted }, sigma).data;
    for (let index = 0; index < data.length; index++)
      data[index] = (data[index] as number) + (field[index] as number) / ((share[index] as number) + 1e-3);
  }
}
