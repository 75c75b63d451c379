import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { noiseLevel } from './noise-level.ts';
import { blurPlane, dilatePlane, erodePlane, type Mask, type Plane, quantileOf, sampleSet, valuesAt } from './plane.ts';

/** How far the copy lies from what the source predicts, in multiples of the pair's own background residual. */
export interface Residual {
  readonly multiples: Plane;
  /** The background residual itself, Lab levels. */
  readonly background: number;
  /** What the source predicts, RGB, three bytes a pixel. */
  readonly predictedRgb: Uint8Array;
  /** The same in multiples of what pixels of like contrast and in like surroundings show; computed when asked for. */
  readonly faintMultiples: () => Plane;
}

/** The neighbourhood whose span of values explains half a pixel of misfit. */
const ENVELOPE_SIDE = 3;
const CHROMA_WEIGHT = 1.3;
const SAMPLES = 20_000;
const SMOOTHING_SIGMA = 1.2;
const GRADIENT_SIDE = 7;
/** Share of the local contrast that misfit and compression may leave. */
const GRADIENT_SHARE = 0.05;
const MIN_BACKGROUND = 0.9;
const MAD_TO_DEVIATION = 1.4826;
/**
 * A colour channel at the end of its range carries no more information: where the copy is there and the source is
 * expected near it, a difference of up to this many levels says nothing.
 */
const LOW_COPY = 12;
const LOW_SOURCE = 26;
const HIGH_COPY = 249;
const HIGH_SOURCE = 234;
const MAX_CLIPPED_LEVELS = 25;

/** Compares the copy with the tone-matched source; zero outside `judged` and where both are clipped. */
export function measureResidual(
  opencv: OpenCv,
  { copy, copyRgb }: AlignedPair,
  predicted: Lab,
  judged: Mask,
): Residual {
  const predictedRgb = rgbOf(opencv, predicted);
  const [lightness] = predicted;
  const { width, height } = lightness;
  const beyond = new Float32Array(width * height);
  for (const [channel, plane] of predicted.entries())
    addBeyondEnvelope(opencv, (copy[channel] as Plane).data, plane, channel === 0 ? 1 : CHROMA_WEIGHT, beyond);
  for (let index = 0; index < beyond.length; index++) beyond[index] = Math.sqrt(beyond[index] as number);
  const distance = blurPlane(opencv, { width, height, data: beyond }, SMOOTHING_SIGMA).data;
  const inside = valuesAt(sampleSet(judged, SAMPLES), (index) => distance[index] as number);
  const median = quantileOf(inside, 0.5);
  const spread =
    MAD_TO_DEVIATION *
    quantileOf(
      inside.map((value) => Math.abs(value - median)),
      0.5,
    );
  const background = Math.max(MIN_BACKGROUND, median + spread);
  const contrast = contrastOf(opencv, lightness);
  const usual = new Float32Array(contrast.length);
  const multiples = new Float32Array(contrast.length);
  for (let index = 0; index < distance.length; index++) {
    const value = distance[index] as number;
    usual[index] = background + GRADIENT_SHARE * (contrast[index] as number);
    if (judged.data[index] && (value >= MAX_CLIPPED_LEVELS || !isClipped(copyRgb, predictedRgb, index)))
      multiples[index] = value / (usual[index] as number);
    else distance[index] = 0;
  }
  return {
    multiples: { width, height, data: multiples },
    background,
    predictedRgb,
    faintMultiples: () => {
      const data = noiseLevel(opencv, { width, height, data: distance }, contrast, judged, usual);
      for (let index = 0; index < data.length; index++)
        data[index] = (distance[index] as number) / (data[index] as number);
      return { width, height, data };
    },
  };
}

/** Adds to `sums` the weighted square of how far each value lies beyond what the plane has around its place. */
function addBeyondEnvelope(
  opencv: OpenCv,
  values: Float32Array,
  plane: Plane,
  weight: number,
  sums: Float32Array,
): void {
  const highest = dilatePlane(opencv, plane, ENVELOPE_SIDE).data;
  const lowest = erodePlane(opencv, plane, ENVELOPE_SIDE).data;
  for (let index = 0; index < sums.length; index++) {
    const value = values[index] as number;
    const above = value - (highest[index] as number);
    const below = (lowest[index] as number) - value;
    const beyond = (above > 0 ? above : below) * weight;
    if (beyond > 0) sums[index] = (sums[index] as number) + beyond * beyond;
  }
}

function contrastOf(opencv: OpenCv, plane: Plane): Float32Array {
  const contrast = dilatePlane(opencv, plane, GRADIENT_SIDE).data;
  const lowest = erodePlane(opencv, plane, GRADIENT_SIDE).data;
  for (let index = 0; index < contrast.length; index++)
    contrast[index] = (contrast[index] as number) - (lowest[index] as number);
  return contrast;
}

function isClipped(copy: Uint8Array, source: Uint8Array, index: number): boolean {
  for (let at = index * 3; at < index * 3 + 3; at++) {
    const level = copy[at] as number;
    const expected = source[at] as number;
    if ((level <= LOW_COPY && expected <= LOW_SOURCE) || (level >= HIGH_COPY && expected >= HIGH_SOURCE)) return true;
  }
  return false;
}

/** Back to RGB, three bytes a pixel. */
export function rgbOf(opencv: OpenCv, lab: Lab): Uint8Array {
  return withMats((keep) => {
    const image = keep(new opencv.Mat(lab[0].height, lab[0].width, opencv.CV_8UC3));
    image.data.set(interleaved(lab[0].data, lab[1].data, lab[2].data));
    opencv.cvtColor(image, image, opencv.COLOR_Lab2RGB);
    return new Uint8Array(image.data);
  });
}

/** Three channels as whole levels, pixel by pixel. */
function interleaved(first: Float32Array, second: Float32Array, third: Float32Array): Uint8ClampedArray {
  const levels = new Uint8ClampedArray(first.length * 3);
  for (let index = 0, to = 0; index < first.length; index++, to += 3) {
    levels[to] = first[index] as number;
    levels[to + 1] = second[index] as number;
    levels[to + 2] = third[index] as number;
  }
  return levels;
}
