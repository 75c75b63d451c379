import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair } from './aligned-pair.ts';
import { emptyMask, filterPlane, type Mask, type Plane, quantileOf, sampleSet } from './plane.ts';

/** Gray levels below which nine pixels square are featureless. */
const MAX_FLAT_DEVIATION = 1.6;
const WINDOW_SIDE = 9;
/** A row or column belongs to a strip when this much of it is featureless in the copy. */
const MIN_FLAT_SHARE = 0.85;
/** A strip starts this near to its side, reaches at most half way in, and may be broken by lines of interface text. */
const MAX_START_SHARE = 0.04;
const MAX_GAP_SHARE = 0.05;
/**
 * A strip counts only where this much of the source has texture, or another lightness by so many levels more than the
 * pictures differ anyway; a white background on both sides is no strip.
 */
const MIN_UNLIKE_SHARE = 0.1;
const SAMPLES = 4000;
const MIN_LIGHTNESS_LEVELS = 14;
/** Pixels that a strip's edge smears into the picture. */
const MARGIN_PIXELS = 12;

/**
 * The strips along the sides of the overlap where the copy is featureless though the source is not: borders, bars and
 * interface of a screenshot. They are outside of the picture, not damage to it. All zero when there are none.
 */
export function findStrips(opencv: OpenCv, { copy, source, covered }: AlignedPair): Mask {
  const { width, height } = covered;
  const isFlat = flatPixels(opencv, copy[0]);
  const isPlain = flatPixels(opencv, source[0]);
  const difference = (index: number): number => (copy[0].data[index] as number) - (source[0].data[index] as number);
  const usual = quantileOf(Float32Array.from(sampleSet(covered, SAMPLES), difference), 0.5);
  const rows = noLines(height);
  const columns = noLines(width);
  for (let y = 0, index = 0; y < height; y++)
    for (let x = 0; x < width; x++, index++) {
      if (!covered.data[index]) continue;
      const isUnlike = !isPlain[index] || Math.abs(difference(index) - usual) > MIN_LIGHTNESS_LEVELS;
      for (const line of [rows[y] as Line, columns[x] as Line]) {
        line.judged++;
        line.flat += isFlat[index] as number;
        if (isUnlike) line.unlike++;
      }
    }
  const top = depthOf(rows);
  const bottom = depthOf(rows.toReversed());
  const left = depthOf(columns);
  const right = depthOf(columns.toReversed());
  const strips = emptyMask(width, height);
  if (top + bottom + left + right > 0)
    for (let y = 0, index = 0; y < height; y++)
      for (let x = 0; x < width; x++, index++)
        if (y < top || y >= height - bottom || x < left || x >= width - right) strips.data[index] = 1;
  return strips;
}

/** Pixels of one row or column: those judged, and of them those featureless in the copy and unlike in the source. */
interface Line {
  judged: number;
  flat: number;
  unlike: number;
}

function noLines(count: number): Line[] {
  return Array.from({ length: count }, () => ({ judged: 0, flat: 0, unlike: 0 }));
}

/** How deep the strip at the start of these lines reaches; 0 for none. */
function depthOf(lines: readonly Line[]): number {
  const first = lines.findIndex((line) => line.judged > 0);
  let last = -1;
  for (let at = first; at >= 0 && at < lines.length >> 1; at++) {
    const reach = last < 0 ? MAX_START_SHARE : MAX_GAP_SHARE;
    if (at - (last < 0 ? first : last) > reach * lines.length) break;
    const { judged, flat } = lines[at] as Line;
    if (flat >= MIN_FLAT_SHARE * judged) last = at;
  }
  if (last < 0) return 0;
  const strip = lines.slice(first, last + 1);
  const judged = strip.reduce((sum, line) => sum + line.judged, 0);
  const unlike = strip.reduce((sum, line) => sum + line.unlike, 0);
  return unlike >= MIN_UNLIKE_SHARE * judged ? last + 1 + MARGIN_PIXELS : 0;
}

/** 1 where the neighbourhood is featureless. */
function flatPixels(opencv: OpenCv, plane: Plane): Uint8Array {
  const mean = boxMean(opencv, plane);
  const squares = boxMean(opencv, { ...plane, data: squaresOf(plane.data) });
  const flat = new Uint8Array(mean.length);
  for (let index = 0; index < flat.length; index++)
    flat[index] = (squares[index] as number) - (mean[index] as number) ** 2 < MAX_FLAT_DEVIATION ** 2 ? 1 : 0;
  return flat;
}

function squaresOf(values: Float32Array): Float32Array {
  const squares = new Float32Array(values.length);
  for (let index = 0; index < squares.length; index++) squares[index] = (values[index] as number) ** 2;
  return squares;
}

function boxMean(opencv: OpenCv, plane: Plane): Float32Array {
  const size = new opencv.Size(WINDOW_SIDE, WINDOW_SIDE);
  return filterPlane(opencv, plane, (from, to) => opencv.blur(from, to, size)).data;
}
