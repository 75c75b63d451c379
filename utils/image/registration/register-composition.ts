import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { COARSE_SIDE, coarseGrayOf, coarseKeypointsOf, reduceGray } from './coarse-picture.ts';
import { clipToRectangle, mapPolygon, outlineOf } from './convex-polygon.ts';
import { type GrayImage, grayImageOf } from './gray-image.ts';
import { type Homography, multiply, resizing } from './homography.ts';
import { type Drift, measureDrift } from './measure-drift.ts';
import { proposeHomography } from './propose-homography.ts';
import { type Registration, registerFrom } from './register-pictures.ts';

/** A registration of what the pictures show, whatever their texture, and how it strays. */
export interface Composition extends Registration {
  readonly drift: Drift;
}

/**
 * Registers `copy` onto `source` where both are so small that only what they show is left: a picture that was drawn anew
 * from the other agrees here. Null when nothing lines up.
 * @throws Error when a picture has no pixels
 */
export function registerComposition(opencv: OpenCv, source: Picture, copy: Picture): Composition | null {
  if (!source.pixels || !copy.pixels) throw new Error('registerComposition needs decoded pictures');
  const sourceGray = coarseGrayOf(opencv, source);
  const smallCopy = coarseGrayOf(opencv, copy);
  const proposed = proposeHomography(
    opencv,
    { gray: sourceGray, keypoints: coarseKeypointsOf(opencv, source, false) },
    {
      gray: smallCopy,
      keypoints: coarseKeypointsOf(opencv, copy, false),
      mirroredKeypoints: () => coarseKeypointsOf(opencv, copy, true),
    },
  );
  if (!proposed) return null;
  const fullSource = grayImageOf(opencv, source, source.pixels);
  const fullCopy = grayImageOf(opencv, copy, copy.pixels);
  const toFullCopy = multiply(resizeBetween(smallCopy, fullCopy), proposed.matrix);
  // A small picture in a large one has its 400 px as well.
  const span = spanOf(toFullCopy, sourceGray, fullCopy);
  const copyGray = reduceGray(opencv, fullCopy, COARSE_SIDE / Math.max(1, span));
  const matrix = multiply(resizeBetween(fullCopy, copyGray), toFullCopy);
  const registration = registerFrom(opencv, sourceGray, copyGray, { ...proposed, matrix });
  const drift = registration && measureDrift(opencv, registration, registration.frame, registration.mirrored);
  if (!drift) return null;
  const { frame, sourceToFrame } = registration;
  // The change map starts from pixels at working size.
  const copyToFrame = multiply(frame.copyToFrame, resizeBetween(fullCopy, copyGray));
  return {
    ...registration,
    frame: { ...frame, copyToFrame },
    sourceToFrame: multiply(sourceToFrame, resizeBetween(fullSource, sourceGray)),
    drift,
  };
}

/** Longest side of the overlap, in the copy's pixels. */
function spanOf(matrix: Homography, source: GrayImage, copy: GrayImage): number {
  const outline = mapPolygon(matrix, outlineOf(source.width, source.height));
  const overlap = clipToRectangle(outline, 0, 0, copy.width, copy.height);
  if (overlap.length === 0) return 0;
  const span = (axis: 0 | 1): number => {
    const values = overlap.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(span(0), span(1));
}

function resizeBetween(from: GrayImage, to: GrayImage): Homography {
  return resizing(to.width / from.width, to.height / from.height);
}
