import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { blurPlane, dilatePlane, erodePlane, type Mask, type Plane, quantileOf, valuesInside } from './plane.ts';

/** How far the copy lies from what the source predicts, in multiples of the pair's own background residual. */
export interface Residual {
  readonly multiples: Plane;
  /** The background residual itself, Lab levels. */
  readonly background: number;
  /** What the source predicts, RGB, three bytes a pixel. */
  readonly predictedRgb: Uint8Array;
}

/** The neighbourhood whose span of values explains half a pixel of misfit. */
const ENVELOPE_SIDE = 3;
const CHROMA_WEIGHT = 1.3;
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
  const squares = new Float32Array(width * height);
  for (const [channel, plane] of predicted.entries()) {
    const highest = dilatePlane(opencv, plane, ENVELOPE_SIDE).data;
    const lowest = erodePlane(opencv, plane, ENVELOPE_SIDE).data;
    const values = (copy[channel] as Plane).data;
    const weight = channel === 0 ? 1 : CHROMA_WEIGHT;
    for (let index = 0; index < squares.length; index++) {
      const value = values[index] as number;
      const above = value - (highest[index] as number);
      const below = (lowest[index] as number) - value;
      if (above <= 0 && below <= 0) continue;
      const beyond = (above > below ? above : below) * weight;
      squares[index] = (squares[index] as number) + beyond * beyond;
    }
  }
  for (let index = 0; index < squares.length; index++) squares[index] = Math.sqrt(squares[index] as number);
  const distance = blurPlane(opencv, { width, height, data: squares }, SMOOTHING_SIGMA).data;
  const inside = valuesInside(distance, judged);
  const median = quantileOf(inside, 0.5);
  const spread =
    MAD_TO_DEVIATION *
    quantileOf(
      inside.map((value) => Math.abs(value - median)),
      0.5,
    );
  const background = Math.max(MIN_BACKGROUND, median + spread);
  const contrast = contrastOf(opencv, lightness);
  const data = new Float32Array(distance.length);
  for (let index = 0; index < data.length; index++) {
    const value = distance[index] as number;
    if (judged.data[index] && !(value < MAX_CLIPPED_LEVELS && isClipped(copyRgb, predictedRgb, index)))
      data[index] = value / (background + GRADIENT_SHARE * (contrast[index] as number));
  }
  return { multiples: { width, height, data }, background, predictedRgb };
}

function contrastOf(opencv: OpenCv, plane: Plane): Float32Array {
  const highest = dilatePlane(opencv, plane, GRADIENT_SIDE).data;
  const lowest = erodePlane(opencv, plane, GRADIENT_SIDE).data;
  for (let index = 0; index < highest.length; index++)
    highest[index] = (highest[index] as number) - (lowest[index] as number);
  return highest;
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
    const levels = new Uint8ClampedArray(lab[0].data.length * 3);
    for (const [channel, { data }] of lab.entries())
      for (let index = 0, at = channel; index < data.length; index++, at += 3) levels[at] = data[index] as number;
    image.data.set(levels);
    opencv.cvtColor(image, image, opencv.COLOR_Lab2RGB);
    return new Uint8Array(image.data);
  });
}
