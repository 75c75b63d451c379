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
  const judged = countAlongLines(covered, covered.data);
  const flat = countAlongLines(covered, flatPixels(opencv, copy[0]));
  const top = reachOf(judged.rows, flat.rows);
  const bottom = reachOf(judged.rows.toReversed(), flat.rows.toReversed());
  const left = reachOf(judged.columns, flat.columns);
  const right = reachOf(judged.columns.toReversed(), flat.columns.toReversed());
  const strips = emptyMask(width, height);
  // Most pictures have none, and then nothing has to be asked of the source.
  if (!top && !bottom && !left && !right) return strips;
  const unlike = countAlongLines(covered, unlikePixels(opencv, copy[0], source[0], covered));
  const fromTop = depthOf(top, judged.rows, unlike.rows);
  const fromBottom = depthOf(bottom, judged.rows.toReversed(), unlike.rows.toReversed());
  const fromLeft = depthOf(left, judged.columns, unlike.columns);
  const fromRight = depthOf(right, judged.columns.toReversed(), unlike.columns.toReversed());
  if (fromTop + fromBottom + fromLeft + fromRight > 0)
    for (let y = 0, index = 0; y < height; y++)
      for (let x = 0; x < width; x++, index++)
        if (y < fromTop || y >= height - fromBottom || x < fromLeft || x >= width - fromRight) strips.data[index] = 1;
  return strips;
}

/** How many pixels of each row and of each column are set. */
interface LineCounts {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** Counts the pixels that are set and covered. */
function countAlongLines({ width, height, data: covered }: Mask, isSet: Uint8Array): LineCounts {
  const rows = new Int32Array(height);
  const columns = new Int32Array(width);
  for (let y = 0, index = 0; y < height; y++) {
    let inRow = 0;
    for (let x = 0; x < width; x++, index++) {
      const one = (covered[index] as number) & (isSet[index] as number);
      inRow += one;
      columns[x] = (columns[x] as number) + one;
    }
    rows[y] = inRow;
  }
  return { rows, columns };
}

/** The first and the last line of what may be a strip at the start of these lines; null for none. */
interface Reach {
  readonly first: number;
  readonly last: number;
}

function reachOf(judged: Int32Array, flat: Int32Array): Reach | null {
  const first = judged.findIndex((pixels) => pixels > 0);
  let last = -1;
  for (let at = first; at >= 0 && at < judged.length >> 1; at++) {
    const reach = last < 0 ? MAX_START_SHARE : MAX_GAP_SHARE;
    if (at - (last < 0 ? first : last) > reach * judged.length) break;
    if ((flat[at] as number) >= MIN_FLAT_SHARE * (judged[at] as number)) last = at;
  }
  return last < 0 ? null : { first, last };
}

/** How deep the strip reaches; 0 where the source is featureless there too. */
function depthOf(reach: Reach | null, judged: Int32Array, unlike: Int32Array): number {
  if (!reach) return 0;
  const within = (counts: Int32Array): number =>
    counts.subarray(reach.first, reach.last + 1).reduce((sum, count) => sum + count, 0);
  return within(unlike) >= MIN_UNLIKE_SHARE * within(judged) ? reach.last + 1 + MARGIN_PIXELS : 0;
}

/** 1 where the source has texture, or another lightness than the copy by more than usual. */
function unlikePixels(opencv: OpenCv, copy: Plane, source: Plane, covered: Mask): Uint8Array {
  const difference = (index: number): number => (copy.data[index] as number) - (source.data[index] as number);
  const usual = quantileOf(Float32Array.from(sampleSet(covered, SAMPLES), difference), 0.5);
  const isUnlike = flatPixels(opencv, source);
  for (let index = 0; index < isUnlike.length; index++)
    isUnlike[index] = !isUnlike[index] || Math.abs(difference(index) - usual) > MIN_LIGHTNESS_LEVELS ? 1 : 0;
  return isUnlike;
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
