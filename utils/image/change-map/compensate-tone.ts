import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { fitRobustLinear } from './fit-robust-linear.ts';
import { blurPlane, type Mask, type Plane, quantileOf, sampleSet } from './plane.ts';

const SAMPLES = 8000;
const MAD_TO_DEVIATION = 1.4826;
/** Light falls off over this share of the longest side; slower than any damage. */
const LOCAL_SIGMA_SHARE = 0.12;
const LOCAL_OUTLIER_DEVIATIONS = 3;
const LOCAL_MIN_DEVIATION = 0.8;
/** Width of the detail that sharpening raises and denoising lowers. */
const DETAIL_SIGMA = 2.5;
/**
 * Constant, three channels, square and cube of the lightness, detail of the lightness, and what gains on red, green and
 * blue do to each other: lightness times either colour channel, squared chroma.
 */
const RIDGE = [0, 1e-3, 1e-3, 1e-3, 1, 1, 1e-3, 1e-1, 1e-1, 1e-1];
/** The middle of OpenCV's 8-bit scale of a and b. */
const NEUTRAL = 128;

/**
 * What the source would look like with the copy's tone: a robust polynomial in the three channels (brightness,
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
  return [1, l, a, b, l * l, l * l * l, (detail[index] as number) / 100, l * a, l * b, a * a + b * b];
}

function predictChannel(source: Lab, detail: Float32Array, weights: readonly number[]): Plane {
  const [{ width, height, data: lightness }, { data: planeA }, { data: planeB }] = source;
  const [w0 = 0, wl = 0, wa = 0, wb = 0, wll = 0, wlll = 0, wd = 0, wla = 0, wlb = 0, wcc = 0] = weights;
  const data = new Float32Array(lightness.length);
  for (let index = 0; index < data.length; index++) {
    const l = (lightness[index] as number) / 100;
    const a = ((planeA[index] as number) - NEUTRAL) / 100;
    const b = ((planeB[index] as number) - NEUTRAL) / 100;
    const tone = w0 + l * (wl + l * (wll + l * wlll)) + (wd * (detail[index] as number)) / 100;
    data[index] = tone + a * (wa + l * wla) + b * (wb + l * wlb) + wcc * (a * a + b * b);
  }
  return { width, height, data };
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
