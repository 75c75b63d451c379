import type { ConvexPolygon } from './convex-polygon.ts';
import { isCovered } from './overlap-frame.ts';

/** Where one block of the source was found in the copy, both in the common frame. */
export interface BlockMatch {
  /** Centre of the block, frame pixels. */
  readonly x: number;
  readonly y: number;
  /** Sub-pixel displacement of its best match. */
  readonly dx: number;
  readonly dy: number;
  /** Normalised correlation there, -1 to 1. */
  readonly correlation: number;
  /** The best match lies at the rim of the search, so the true one may lie outside it. */
  readonly isAtLimit: boolean;
  /** Standard deviation of the band-passed block in source and copy, gray levels. */
  readonly sourceDeviation: number;
  readonly copyDeviation: number;
}

/** A band-passed picture in the frame. */
export interface BandImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export const BLOCK_SIDE = 32;
const BLOCK_PIXELS = BLOCK_SIDE * BLOCK_SIDE;
/** Below this many gray levels a block has no texture to find again. */
const MIN_DEVIATION = 3;
/** A match this good next to where it is expected ends the search: no other place can beat it by much. */
const CERTAIN_CORRELATION = 0.9;

/**
 * For every textured block of the source: its best match in the copy within `radius` pixels, by normalised
 * cross-correlation with a parabola through the peak.
 * @param covered the part of the frame that both pictures cover
 */
export function matchBlocks(
  source: BandImage,
  copy: BandImage,
  covered: ConvexPolygon,
  radius: number,
  stride: number,
): BlockMatch[] {
  const matches: BlockMatch[] = [];
  const last = BLOCK_SIDE - 1;
  for (let top = radius; top <= source.height - BLOCK_SIDE - radius; top += stride) {
    for (let left = radius; left <= source.width - BLOCK_SIDE - radius; left += stride) {
      const isWhole =
        isCovered(covered, left, top) &&
        isCovered(covered, left + last, top) &&
        isCovered(covered, left, top + last) &&
        isCovered(covered, left + last, top + last);
      if (!isWhole) continue;
      const match = matchBlock(source, copy, left, top, radius);
      if (match) matches.push(match);
    }
  }
  return matches;
}

function matchBlock(source: BandImage, copy: BandImage, left: number, top: number, radius: number): BlockMatch | null {
  const block = moments(source, left, top);
  if (block.deviation < MIN_DEVIATION) return null;
  const side = 2 * radius + 1;
  const scores = new Float64Array(side * side).fill(Number.NaN);
  const scoreAt = (dx: number, dy: number): number => {
    const index = (dy + radius) * side + dx + radius;
    if (Number.isNaN(scores[index])) scores[index] = correlationAt(source, copy, left, top, dx, dy, block);
    return scores[index] as number;
  };
  const [dx, dy] = climb(scoreAt, radius) ?? searchAll(scoreAt, radius);
  const isAtLimit = Math.abs(dx) === radius || Math.abs(dy) === radius;
  const peak = scoreAt(dx, dy);
  return {
    x: left + (BLOCK_SIDE - 1) / 2,
    y: top + (BLOCK_SIDE - 1) / 2,
    dx: dx + (isAtLimit ? 0 : parabolaPeak(scoreAt(dx - 1, dy), peak, scoreAt(dx + 1, dy))),
    dy: dy + (isAtLimit ? 0 : parabolaPeak(scoreAt(dx, dy - 1), peak, scoreAt(dx, dy + 1))),
    correlation: peak,
    isAtLimit,
    sourceDeviation: block.deviation,
    copyDeviation: moments(copy, left, top).deviation,
  };
}

/** Steps uphill from no displacement; gives up, with null, unless it ends on a certain match inside the search. */
function climb(scoreAt: (dx: number, dy: number) => number, radius: number): [number, number] | null {
  let x = 0;
  let y = 0;
  while (Math.abs(x) < radius && Math.abs(y) < radius) {
    let bestX = x;
    let bestY = y;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        if (scoreAt(x + dx, y + dy) > scoreAt(bestX, bestY)) {
          bestX = x + dx;
          bestY = y + dy;
        }
    if (bestX === x && bestY === y) return scoreAt(x, y) >= CERTAIN_CORRELATION ? [x, y] : null;
    x = bestX;
    y = bestY;
  }
  return null;
}

function searchAll(scoreAt: (dx: number, dy: number) => number, radius: number): [number, number] {
  let best: [number, number] = [0, 0];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) if (scoreAt(dx, dy) > scoreAt(...best)) best = [dx, dy];
  return best;
}

function correlationAt(
  source: BandImage,
  copy: BandImage,
  left: number,
  top: number,
  dx: number,
  dy: number,
  block: { readonly mean: number; readonly deviation: number },
): number {
  const a = source.data;
  const b = copy.data;
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let row = 0; row < BLOCK_SIDE; row++) {
    let p = (top + row) * source.width + left;
    let q = (top + row + dy) * copy.width + left + dx;
    for (let column = 0; column < BLOCK_SIDE; column++) {
      const value = b[q++] as number;
      sum += value;
      squares += value * value;
      products += (a[p++] as number) * value;
    }
  }
  const mean = sum / BLOCK_PIXELS;
  const variance = Math.max(1e-6, squares / BLOCK_PIXELS - mean * mean);
  return (products / BLOCK_PIXELS - block.mean * mean) / (block.deviation * Math.sqrt(variance));
}

function moments(image: BandImage, left: number, top: number): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < BLOCK_SIDE; row++) {
    let p = (top + row) * image.width + left;
    for (let column = 0; column < BLOCK_SIDE; column++) {
      const value = image.data[p++] as number;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / BLOCK_PIXELS;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / BLOCK_PIXELS - mean * mean)) };
}

/** Offset of the top of the parabola through three equally spaced values. */
function parabolaPeak(before: number, at: number, after: number): number {
  return (0.5 * (before - after)) / Math.min(-1e-6, before - 2 * at + after);
}
