import type { OpenCv } from '../../checks/open-cv.ts';
import type { Lab } from './aligned-pair.ts';
import { blurPlane, dilatePlane, erodePlane, type Mask, type Plane, quantileOf } from './plane.ts';

/** How far the copy lies from what the source predicts, in multiples of the pair's own background residual. */
export interface Residual {
  readonly multiples: Plane;
  /** The background residual itself, Lab levels. */
  readonly background: number;
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
/** Clipped tones carry no information: almost black or almost white on both sides. */
const BLACK_COPY = 10;
const BLACK_SOURCE = 22;
const WHITE_COPY = 247;
const WHITE_SOURCE = 236;

/** Compares the copy with the tone-matched source; zero outside `judged` and where both are clipped. */
export function measureResidual(opencv: OpenCv, copy: Lab, predicted: Lab, judged: Mask): Residual {
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
      const beyond = Math.max(value - (highest[index] as number), (lowest[index] as number) - value, 0) * weight;
      squares[index] = (squares[index] as number) + beyond * beyond;
    }
  }
  const distance = blurPlane(opencv, { width, height, data: squares.map(Math.sqrt) }, SMOOTHING_SIGMA).data;
  const inside = distance.filter((_, index) => judged.data[index]);
  const median = quantileOf(inside, 0.5);
  const spread =
    MAD_TO_DEVIATION *
    quantileOf(
      inside.map((value) => Math.abs(value - median)),
      0.5,
    );
  const background = Math.max(MIN_BACKGROUND, median + spread);
  const contrast = contrastOf(opencv, lightness);
  const data = distance.map((value, index) => {
    const isJudged = judged.data[index] && !isClipped(copy[0].data[index] as number, lightness.data[index] as number);
    return isJudged ? value / (background + GRADIENT_SHARE * (contrast[index] as number)) : 0;
  });
  return { multiples: { width, height, data }, background };
}

function contrastOf(opencv: OpenCv, plane: Plane): Float32Array {
  const highest = dilatePlane(opencv, plane, GRADIENT_SIDE).data;
  const lowest = erodePlane(opencv, plane, GRADIENT_SIDE).data;
  return highest.map((value, index) => value - (lowest[index] as number));
}

function isClipped(copy: number, source: number): boolean {
  return (copy < BLACK_COPY && source < BLACK_SOURCE) || (copy > WHITE_COPY && source > WHITE_SOURCE);
}
