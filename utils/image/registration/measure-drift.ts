import type { OpenCv } from '../../checks/open-cv.ts';
import { acrossShareOf } from './epipolar-stray.ts';
import { errorOf, fitRobustly } from './fit-model.ts';
import { applyTo } from './homography.ts';
import type { BlockMatch } from './match-blocks.ts';
import { countCells, hasTextureInCopy, squeezeOf, tiltOf } from './measure-agreement.ts';
import { smoothPartOf } from './measure-bend.ts';
import type { OverlapFrame } from './overlap-frame.ts';
import { type Alignment, sourcePairs } from './refine-alignment.ts';

/**
 * How what a picture shows strays from where a copy would show it. A generator that draws a picture anew lets every part
 * wander a little by itself, in its own direction. In a second photograph what strays has an order over the whole frame:
 * perspective, lens, and depth.
 */
export interface Drift {
  /** Blocks with texture on both sides. */
  readonly blockCount: number;
  /** Cells of a 4 × 4 grid over the overlap that hold at least two of them. */
  readonly cellCount: number;
  /** Share of them that lies within half a hundredth of the diagonal of where a copy has them, 0 to 1. */
  readonly nearShare: number;
  /** How far these stray, RMS, thousandths of the diagonal. */
  readonly strayPermille: number;
  /** Share of that stray, as variance, that a slow change over the frame explains, 0 to 1. */
  readonly orderedShare: number;
  /**
   * Share of the rest that lies across the lines through the point that explains most of it, 0 to 0.5: when a camera
   * moves, all that stands before or behind moves along the lines through one point, the epipole. A generator has none.
   */
  readonly acrossShare: number;
  /** Rotation off the nearest right angle, degrees. */
  readonly tiltDegrees: number;
  /** Logarithm of the ratio of the two scales. */
  readonly squeeze: number;
}

const MIN_CORRELATION = 0.35;
const NEAR_PERMILLE = 5;
const MIN_NEAR_PIXELS = 1;
const MIN_BLOCKS = 24;
/** Unknowns of the slow change and of the copy model, along either axis: what so many blocks explain by chance is taken off. */
const FIELD_UNKNOWNS = 10;
const MODEL_UNKNOWNS = 2.5;

/** Null when fewer than 24 blocks were found near where a copy has them. */
export function measureDrift(
  opencv: OpenCv,
  alignment: Alignment,
  frame: OverlapFrame,
  mirrored: boolean,
): Drift | null {
  const judged = sourcePairs(alignment, mirrored)
    .map((pair, index) => ({ pair, block: alignment.blocks[index] as BlockMatch }))
    .filter(({ block }) => hasTextureInCopy(block));
  const found = judged.filter(({ block }) => block.correlation > MIN_CORRELATION && !block.isAtLimit);
  const diagonal = Math.hypot(frame.width, frame.height);
  const reach = Math.max(MIN_NEAR_PIXELS, (NEAR_PERMILLE * diagonal) / 1000);
  const model = fitRobustly(
    opencv,
    found.map(({ pair }) => pair),
    'axis-scaled',
    reach,
  );
  if (!model) return null;
  const near = found.map(({ pair }) => pair).filter((pair) => errorOf(model, pair) <= reach);
  if (near.length < MIN_BLOCKS) return null;
  const missed = near.map(({ from, to }) => {
    const [x, y] = applyTo(model, from[0], from[1]);
    return [to[0] - x, to[1] - y] as const;
  });
  const [slowX, slowY] = smoothPartOf(near, missed, frame);
  const sumOf = (squares: readonly number[]): number => squares.reduce((sum, square) => sum + square, 0);
  const strayed = sumOf(missed.map(([x, y]) => x ** 2 + y ** 2));
  const rest = missed.map(([x, y], index) => [x - (slowX[index] as number), y - (slowY[index] as number)] as const);
  const left = sumOf(rest.map(([x, y]) => x ** 2 + y ** 2));
  const perFreedom = (squares: number, unknowns: number): number => squares / (near.length - unknowns);
  return {
    blockCount: judged.length,
    cellCount: countCells(judged, frame),
    nearShare: near.length / judged.length,
    strayPermille: (1000 * Math.sqrt(strayed / near.length)) / diagonal,
    orderedShare: Math.max(
      0,
      1 - perFreedom(left, FIELD_UNKNOWNS) / Math.max(1e-9, perFreedom(strayed, MODEL_UNKNOWNS)),
    ),
    acrossShare: acrossShareOf(
      near.map(({ to }) => to),
      rest,
      frame,
    ),
    tiltDegrees: tiltOf(model),
    squeeze: squeezeOf(model),
  };
}
