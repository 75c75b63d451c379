import type { OpenCv } from '../../checks/open-cv.ts';
import { bandPass } from './band-pass.ts';
import { fitRobustly, type PointPair } from './fit-model.ts';
import { type GrayImage, grayMat } from './gray-image.ts';
import { applyTo, type Homography, invert, multiply } from './homography.ts';
import { withMats } from './mat-scope.ts';
import { type BlockMatch, matchBlocks } from './match-blocks.ts';
import { coveredPolygon, type OverlapFrame, warpIntoFrame } from './overlap-frame.ts';
import { isBelievable } from './propose-homography.ts';

/** The alignment after dense verification, and every textured block that it was judged on. */
export interface Alignment {
  readonly sourceToFrame: Homography;
  readonly blocks: readonly BlockMatch[];
}

/** Search radius and stride, frame pixels, round by round. */
const ROUNDS = [
  { radius: 8, stride: 32 },
  { radius: 6, stride: 32 },
  { radius: 5, stride: 24 },
] as const;
const MIN_BLOCKS = 8;
/** A block that correlates above this may move the alignment. */
const MIN_CORRELATION = 0.45;
const FIT_TOLERANCE_PIXELS = 1.5;
/** A correction that tilts more than this per pixel has run away. */
const MAX_TILT = 2e-3;

/**
 * Refines a first guess in three rounds: warp the source, find its textured blocks again in the copy, refit the
 * homography.
 * @param guess source to copy, pixels at working size
 */
export function refineAlignment(
  opencv: OpenCv,
  source: GrayImage,
  copy: GrayImage,
  frame: OverlapFrame,
  guess: Homography,
  mirrored: boolean,
): Alignment {
  return withMats((keep) => {
    const sourceMat = grayMat(opencv, source, keep);
    const copyMat = grayMat(opencv, copy, keep);
    const copyBand = bandPass(opencv, warpIntoFrame(opencv, copyMat, frame.copyToFrame, frame, keep));
    let sourceToFrame = multiply(frame.copyToFrame, guess);
    let blocks: BlockMatch[] = [];
    for (const [index, { radius, stride }] of ROUNDS.entries()) {
      const current = sourceToFrame;
      const sourceBand = withMats((keepRound) =>
        bandPass(opencv, warpIntoFrame(opencv, sourceMat, current, frame, keepRound)),
      );
      blocks = matchBlocks(sourceBand, copyBand, coveredPolygon(frame, source, current), radius, stride);
      if (index === ROUNDS.length - 1) break;
      const correction = fitCorrection(opencv, blocks);
      if (!correction) break;
      const corrected = multiply(correction, current);
      if (!isBelievable(multiply(invert(frame.copyToFrame), corrected), source.width, source.height, mirrored)) break;
      sourceToFrame = corrected;
    }
    return { sourceToFrame, blocks };
  });
}

/** How the frame has to move to follow the blocks; null when too few agree or the fit ran away. */
function fitCorrection(opencv: OpenCv, blocks: readonly BlockMatch[]): Homography | null {
  const reliable = blocks.filter((block) => block.correlation > MIN_CORRELATION && !block.isAtLimit);
  if (reliable.length < MIN_BLOCKS) return null;
  const correction = fitRobustly(opencv, reliable.map(movedBlock), 'homography', FIT_TOLERANCE_PIXELS);
  if (!correction?.every(Number.isFinite)) return null;
  return Math.abs(correction[6]) > MAX_TILT || Math.abs(correction[7]) > MAX_TILT ? null : correction;
}

function movedBlock({ x, y, dx, dy }: BlockMatch): PointPair {
  return { from: [x, y], to: [x + dx, y + dy] };
}

/** Where each block's centre lies in the source, and where it was found in the frame. */
export function sourcePairs(alignment: Alignment, mirrored: boolean): PointPair[] {
  const frameToSource = invert(alignment.sourceToFrame);
  return alignment.blocks.map((block) => {
    const [x, y] = applyTo(frameToSource, block.x, block.y);
    // A mirrored source turns the similarity fit back into one without a reflection.
    return { from: [mirrored ? -x : x, y], to: movedBlock(block).to };
  });
}
