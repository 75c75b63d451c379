import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import type { Region } from '../region.ts';
import { type Homography, invert } from './homography.ts';
import { mapRegion } from './map-region.ts';
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

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

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
      region: mapRegion(forward.sourceToCopy, WHOLE),
    };
  if (!forward || !goesOnOutside(forward)) return null;
  const backward = registerPictures(opencv, picture, earlier);
  if (backward && relationOf(backward) === 'same-photograph')
    return {
      registration: backward,
      earlierToPicture: invert(backward.sourceToCopy),
      sameFraction: backward.shareOfSource * backward.coverage,
      region: mapRegion(invert(backward.sourceToCopy), WHOLE),
    };
  return null;
}
