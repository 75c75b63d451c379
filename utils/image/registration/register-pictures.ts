import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { mapPolygon, outlineOf } from './convex-polygon.ts';
import { type GrayImage, grayImageOf } from './gray-image.ts';
import { type Homography, invert, multiply, normalised, toFractions } from './homography.ts';
import { keypointsOf } from './keypoints.ts';
import type { BlockMatch } from './match-blocks.ts';
import { type Agreement, measureAgreement } from './measure-agreement.ts';
import { type OverlapFrame, overlapFrameOf } from './overlap-frame.ts';
import { type ProposedHomography, proposeHomography } from './propose-homography.ts';
import { refineAlignment } from './refine-alignment.ts';
import { measureSurroundings, type Surroundings } from './surroundings.ts';

/** How one picture lies in another, and how well they agree there. `relationOf` says what that means. */
export interface Registration extends Agreement, Surroundings {
  /** Key points that agree on the first homography. */
  readonly inlierCount: number;
  /** The copy shows the source left for right. */
  readonly mirrored: boolean;
  /** Source to copy, both in fractions of their own frame. */
  readonly sourceToCopy: Homography;
  /** Share of the copy that the source covers, and of the source that the copy shows, 0 to 1. */
  readonly shareOfCopy: number;
  readonly shareOfSource: number;
  /** Share of the copy's frame that is the source again: what is covered, times how much of it agrees; 0 to 1. */
  readonly sameFraction: number;
  /** The common frame, for the change map: pixels at working size of either picture to pixels of the frame. */
  readonly frame: OverlapFrame;
  readonly sourceToFrame: Homography;
  readonly blocks: readonly BlockMatch[];
}

/**
 * Registers `copy` onto `source`: key points propose a homography, dense sub-pixel blocks verify it. Both pictures keep
 * what was computed for them. Null when nothing lines up, or when fewer than eight blocks can be judged.
 * @throws Error when a picture has no pixels
 */
export function registerPictures(opencv: OpenCv, source: Picture, copy: Picture): Registration | null {
  if (!source.pixels || !copy.pixels) throw new Error('registerPictures needs decoded pictures');
  const sourceGray = grayImageOf(opencv, source, source.pixels);
  const copyGray = grayImageOf(opencv, copy, copy.pixels);
  const proposed = proposeHomography(
    opencv,
    { gray: sourceGray, keypoints: keypointsOf(opencv, source, sourceGray, false) },
    {
      gray: copyGray,
      keypoints: keypointsOf(opencv, copy, copyGray, false),
      mirroredKeypoints: () => keypointsOf(opencv, copy, copyGray, true),
    },
  );
  return proposed && registerFrom(opencv, sourceGray, copyGray, proposed);
}

/** The same from a first guess on: `matrix` maps the source's pixels to the copy's. Null when fewer than eight blocks can be judged. */
export function registerFrom(
  opencv: OpenCv,
  sourceGray: GrayImage,
  copyGray: GrayImage,
  proposed: Pick<ProposedHomography, 'matrix' | 'mirrored' | 'inlierCount'>,
): Registration | null {
  const { mirrored, inlierCount } = proposed;
  const frame = overlapFrameOf(sourceGray, copyGray, proposed.matrix);
  if (!frame) return null;
  const alignment = refineAlignment(opencv, sourceGray, copyGray, frame, proposed.matrix, mirrored);
  const agreement = measureAgreement(opencv, alignment, frame, mirrored);
  if (!agreement) return null;
  const sourceToCopy = multiply(invert(frame.copyToFrame), alignment.sourceToFrame);
  const overlap = mapPolygon(sourceToCopy, outlineOf(sourceGray.width, sourceGray.height));
  return {
    ...agreement,
    ...measureSurroundings(copyGray, overlap),
    inlierCount,
    mirrored,
    sourceToCopy: inFractions(sourceToCopy, sourceGray, copyGray),
    shareOfCopy: frame.shareOfCopy,
    shareOfSource: frame.shareOfSource,
    sameFraction: frame.shareOfCopy * agreement.coverage,
    frame,
    sourceToFrame: alignment.sourceToFrame,
    blocks: alignment.blocks,
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function inFractions(matrix: Homography, source: Size, copy: Size): Homography {
  const fractionsToSource = invert(toFractions(source.width, source.height));
  return normalised(multiply(toFractions(copy.width, copy.height), multiply(matrix, fractionsToSource)));
}
