import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import type { Region } from '../region.ts';
import { mapPolygon, outlineOf } from './convex-polygon.ts';
import { type Homography, invert } from './homography.ts';
import { type Registration, registerPictures } from './register-pictures.ts';
import { goesOnOutside, relationOf } from './relation.ts';

/** One photograph in two pictures. */
export interface SamePhotograph {
  readonly registration: Registration;
  /** From fractions of the earlier picture to fractions of the other. */
  readonly earlierToPicture: Homography;
  /** Share of `picture` that shows it, 0 to 1, and where. */
  readonly sameFraction: number;
  readonly region: Region;
}

/**
 * Whether two pictures are, in whole or in part, digital copies of one photograph; null when that is not shown. Either
 * may be the crop: the rule that a copy must not go on beyond its source is asked in both directions, since nobody knows
 * which of the two was there first.
 * @throws Error when a picture has no pixels
 */
export function findSamePhotograph(opencv: OpenCv, earlier: Picture, picture: Picture): SamePhotograph | null {
  const forward = registerPictures(opencv, earlier, picture);
  if (forward && relationOf(forward) === 'same-photograph')
    return {
      registration: forward,
      earlierToPicture: forward.sourceToCopy,
      sameFraction: forward.sameFraction,
      region: boxOf(mapPolygon(forward.sourceToCopy, outlineOf(1, 1))),
    };
  if (!forward || !goesOnOutside(forward)) return null;
  const backward = registerPictures(opencv, picture, earlier);
  if (backward && relationOf(backward) === 'same-photograph')
    return {
      registration: backward,
      earlierToPicture: invert(backward.sourceToCopy),
      sameFraction: backward.shareOfSource * backward.coverage,
      region: boxOf(mapPolygon(invert(backward.sourceToCopy), outlineOf(1, 1))),
    };
  return null;
}

/** The box around a polygon in fractions of the frame, cut at the frame. */
function boxOf(corners: readonly (readonly [number, number])[]): Region {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const xs = corners.map(([x]) => within(x));
  const ys = corners.map(([, y]) => within(y));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
