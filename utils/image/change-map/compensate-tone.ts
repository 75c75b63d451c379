import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { blurPlane, type Mask, type Plane, quantileOf } from './plane.ts';
import { solveLinear } from './solve-linear.ts';

const SAMPLES = 8000;
const ROUNDS = 8;
/** Huber's limit in robust standard deviations, and the least deviation, in Lab levels. */
const HUBER_DEVIATIONS = 1.5;
const MIN_DEVIATION = 0.3;
const MAD_TO_DEVIATION = 1.4826;
/** Light falls off over this share of the longest side; slower than any damage. */
const LOCAL_SIGMA_SHARE = 0.12;
const LOCAL_OUTLIER_DEVIATIONS = 3;
const LOCAL_MIN_DEVIATION = 0.8;
/** Width of the detail that sharpening raises and denoising lowers. */
const DETAIL_SIGMA = 2.5;
/** Constant, three channels, square and cube of the lightness, detail of the lightness. */
const FEATURES = 7;
const RIDGE = [0, 1e-3, 1e-3, 1e-3, 1, 1, 1e-3];

/**
 * What the source would look like with the copy's tone: a robust polynomial in the three channels (brightness,
 * contrast, colour, sharpening), then a slow local field (light, vignette).
 */
export function compensateTone(opencv: OpenCv, pair: AlignedPair, judged: Mask): Lab {
  const detail = detailOf(opencv, pair.source[0]);
  const samples = sampleOf(judged);
  const features = samples.map((index) => featuresAt(pair.source, detail, index));
  const predicted = pair.copy.map((copy) => {
    const weights = fitChannel(
      features,
      samples.map((index) => copy.data[index] as number),
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

function sampleOf(judged: Mask): number[] {
  const all: number[] = [];
  for (let index = 0; index < judged.data.length; index++) if (judged.data[index]) all.push(index);
  const step = Math.max(1, Math.floor(all.length / SAMPLES));
  return all.filter((_, index) => index % step === 0);
}

function featuresAt([lightness, a, b]: Lab, detail: Float32Array, index: number): number[] {
  const l = (lightness.data[index] as number) / 100;
  const ab = [(a.data[index] as number) / 100, (b.data[index] as number) / 100];
  return [1, l, ...ab, l * l, l * l * l, (detail[index] as number) / 100];
}

/** Iteratively reweighted least squares with Huber's weights. */
function fitChannel(features: readonly number[][], targets: readonly number[]): number[] {
  let sampleWeights = new Float64Array(targets.length).fill(1);
  let solution: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const normal = Array.from({ length: FEATURES }, (_, i) =>
      Array.from({ length: FEATURES }, (_, j) => (i === j ? (RIDGE[i] as number) : 0)),
    );
    const right = new Array<number>(FEATURES).fill(0);
    for (const [sample, row] of features.entries()) {
      const weight = sampleWeights[sample] as number;
      for (let i = 0; i < FEATURES; i++) {
        const scaled = weight * (row[i] as number);
        const line = normal[i] as number[];
        right[i] = (right[i] as number) + scaled * (targets[sample] as number);
        for (let j = 0; j < FEATURES; j++) line[j] = (line[j] as number) + scaled * (row[j] as number);
      }
    }
    solution = solveLinear(normal, right);
    const errors = Float32Array.from(features, (row, sample) =>
      Math.abs((targets[sample] as number) - dot(row, solution)),
    );
    const deviation = MAD_TO_DEVIATION * quantileOf(errors, 0.5) + MIN_DEVIATION;
    sampleWeights = Float64Array.from(errors, (error) => 1 / Math.max(1, error / (HUBER_DEVIATIONS * deviation)));
  }
  return solution;
}

function dot(row: readonly number[], solution: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < FEATURES; index++) sum += (row[index] as number) * (solution[index] as number);
  return sum;
}

function predictChannel(source: Lab, detail: Float32Array, weights: readonly number[]): Plane {
  const [lightness, a, b] = source;
  const [w0, w1, w2, w3, w4, w5, w6] = weights as [number, number, number, number, number, number, number];
  const data = lightness.data.map((level, index) => {
    const l = level / 100;
    const chroma = (w2 * (a.data[index] as number) + w3 * (b.data[index] as number)) / 100;
    return w0 + l * (w1 + l * (w4 + l * w5)) + chroma + (w6 * (detail[index] as number)) / 100;
  });
  return { width: lightness.width, height: lightness.height, data };
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
