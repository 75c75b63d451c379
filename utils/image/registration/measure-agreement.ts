import type { OpenCv } from '../../checks/open-cv.ts';
import { errorOf, fitRobustly, type ModelKind, medianOf, type PointPair } from './fit-model.ts';
import { applyTo, type Homography } from './homography.ts';
import type { BlockMatch } from './match-blocks.ts';
import { measureBend } from './measure-bend.ts';
import { measureWarp } from './measure-warp.ts';
import { FRAME_SIDE, type OverlapFrame } from './overlap-frame.ts';
import { type Alignment, sourcePairs } from './refine-alignment.ts';

/**
 * How well the copy agrees with the source under the models of a digital copy. A digital copy has no parallax: one
 * similarity holds over the whole overlap, to a fraction of a pixel.
 */
export interface Agreement {
  /** Blocks with texture on both sides. */
  readonly texturedBlockCount: number;
  /** Those found again with certainty. */
  readonly goodBlockCount: number;
  /** Cells of a 4 × 4 grid over the overlap that hold at least two textured blocks. */
  readonly cellCount: number;
  /** Share of the textured blocks that lie within a pixel of the best copy model, 0 to 1. */
  readonly coverage: number;
  /** RMS distance of the best copy model from the free homography, thousandths of the overlap's diagonal. */
  readonly deviationPermille: number;
  /** Share of the textured blocks found again, if less surely, within three pixels of the best copy model, 0 to 1. */
  readonly looseCoverage: number;
  /** Share of the textured blocks that lie within a pixel of the free homography, 0 to 1. */
  readonly planeCoverage: number;
  /** RMS of the smooth bend that no homography explains, thousandths of the diagonal; see measureBend. */
  readonly bendPermille: number;
  /** RMS of what strays slowly from the best copy model, beyond chance, thousandths of the diagonal; see measureWarp. */
  readonly warpPermille: number;
  /** Rotation of the similarity off the nearest right angle, degrees, 0 to 45. */
  readonly tiltDegrees: number;
}

const GOOD_CORRELATION = 0.5;
const MIN_GOOD_BLOCKS = 8;
const MIN_TEXTURED_BLOCKS = 8;
/** A block that is flat in the copy (border, mosaic, flat paint) says nothing either way. */
const MIN_COPY_DEVIATION = 0.9;
const MIN_DEVIATION_SHARE = 0.12;
/** Tolerances in frame pixels: of the fits, and of a block that counts as explained in an 800 px frame. */
const FIT_TOLERANCE_PIXELS = 2;
const COPY_FIT_TOLERANCE_PIXELS = 3;
const MIN_TOLERANCE_PIXELS = 0.5;
const MIN_INLIER_PIXELS = 0.25;
const INLIER_MEDIANS = 3;
/**
 * A copy that was squeezed more than this (natural logarithm of the ratio of its scales: to 74 %) is no usual resize. A
 * camera that is tilted until flat goods look as narrow sees their far side smaller, by a hundred times what passes for a copy.
 */
const MAX_SQUEEZE = 0.3;
/** What was drawn anew correlates less and drifts by this many tolerances. */
const LOOSE_CORRELATION = 0.35;
const LOOSE_REACH = 3;
const CELLS_PER_SIDE = 4;
/** The bend is measured on blocks this many tolerances around the homography. */
const BEND_REACH = 3;

/** Null when fewer than eight blocks can be judged. */
export function measureAgreement(
  opencv: OpenCv,
  alignment: Alignment,
  frame: OverlapFrame,
  mirrored: boolean,
): Agreement | null {
  const judged = sourcePairs(alignment, mirrored)
    .map((pair, index) => ({ pair, block: alignment.blocks[index] as BlockMatch }))
    .filter(({ block }) => hasTextureInCopy(block));
  if (judged.length < MIN_TEXTURED_BLOCKS) return null;
  const good = judged
    .filter(({ block }) => block.correlation > GOOD_CORRELATION && !block.isAtLimit)
    .map(({ pair }) => pair);
  if (good.length < MIN_GOOD_BLOCKS) return null;
  const homography = fitRobustly(opencv, good, 'homography', FIT_TOLERANCE_PIXELS);
  if (!homography) return null;
  const tolerance = Math.max(MIN_TOLERANCE_PIXELS, Math.max(frame.width, frame.height) / FRAME_SIDE);
  const inliers = homographyInliers(homography, good, tolerance);
  const similarity = measureModel('similarity');
  const axisScaled = measureModel('axis-scaled');
  const models = axisScaled && squeezeOf(axisScaled.model) < MAX_SQUEEZE ? [similarity, axisScaled] : [similarity];
  const best = models.reduce((a, b) => (deviationOf(b) < deviationOf(a) ? b : a), similarity);
  const near = good.filter((pair) => errorOf(homography, pair) <= BEND_REACH * tolerance);
  return {
    texturedBlockCount: judged.length,
    goodBlockCount: good.length,
    cellCount: countCells(judged, frame),
    coverage: Math.max(...models.map((model) => model?.coverage ?? 0)),
    deviationPermille: deviationOf(best),
    looseCoverage: Math.max(...models.map((model) => model?.looseCoverage ?? 0)),
    planeCoverage: good.filter((pair) => errorOf(homography, pair) <= tolerance).length / judged.length,
    bendPermille: measureBend(homography, near, frame),
    warpPermille: best ? measureWarp(best.model, near, frame) : 0,
    tiltDegrees: similarity ? tiltOf(similarity.model) : 45,
  };

  function deviationOf(model: ReturnType<typeof measureModel>): number {
    return model?.deviationPermille ?? Number.POSITIVE_INFINITY;
  }

  function measureModel(kind: ModelKind) {
    const overall = fitRobustly(opencv, good, kind, FIT_TOLERANCE_PIXELS);
    const model = fitRobustly(opencv, inliers, kind, COPY_FIT_TOLERANCE_PIXELS);
    if (!overall || !model || inliers.length < MIN_GOOD_BLOCKS) return null;
    const explained = good.filter((pair) => errorOf(overall, pair) <= tolerance).length;
    const loose = judged.filter(
      ({ pair, block }) =>
        block.correlation > LOOSE_CORRELATION && !block.isAtLimit && errorOf(overall, pair) <= LOOSE_REACH * tolerance,
    ).length;
    return {
      model,
      coverage: explained / judged.length,
      looseCoverage: loose / judged.length,
      deviationPermille:
        (1000 * rmsDistance(model, homography as Homography, inliers)) / Math.hypot(frame.width, frame.height),
    };
  }
}

/** Whether a block says anything: one that is flat in the copy (border, mosaic, flat paint) does not. */
export function hasTextureInCopy(block: BlockMatch): boolean {
  return block.copyDeviation >= Math.max(MIN_COPY_DEVIATION, MIN_DEVIATION_SHARE * block.sourceDeviation);
}

function homographyInliers(homography: Homography, good: readonly PointPair[], tolerance: number): PointPair[] {
  const median = medianOf(good.map((pair) => errorOf(homography, pair)));
  const limit = Math.min(tolerance, Math.max(MIN_INLIER_PIXELS, INLIER_MEDIANS * median));
  return good.filter((pair) => errorOf(homography, pair) <= limit);
}

function rmsDistance(model: Homography, homography: Homography, pairs: readonly PointPair[]): number {
  let sum = 0;
  for (const { from } of pairs) {
    const [x, y] = applyTo(model, from[0], from[1]);
    const [u, v] = applyTo(homography, from[0], from[1]);
    sum += (x - u) ** 2 + (y - v) ** 2;
  }
  return Math.sqrt(sum / pairs.length);
}

/** How much more one axis was scaled than the other: the natural logarithm of the ratio. */
export function squeezeOf(model: Homography): number {
  return Math.abs(Math.log(Math.hypot(model[0], model[1]) / Math.hypot(model[3], model[4])));
}

/** Rotation off the nearest right angle, degrees. */
export function tiltOf(similarity: Homography): number {
  const degrees = (Math.atan2(similarity[3], similarity[0]) * 180) / Math.PI;
  const beyond = ((degrees % 90) + 90) % 90;
  return Math.min(beyond, 90 - beyond);
}

/** Cells of a 4 × 4 grid over the frame that hold two blocks or more. */
export function countCells(judged: readonly { readonly block: BlockMatch }[], frame: OverlapFrame): number {
  const counts = new Map<number, number>();
  const cell = (at: number, span: number): number =>
    Math.min(CELLS_PER_SIDE - 1, Math.floor((at / span) * CELLS_PER_SIDE));
  for (const { block } of judged) {
    const key = cell(block.y, frame.height) * CELLS_PER_SIDE + cell(block.x, frame.width);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count >= 2).length;
}
