import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import type { Region } from '../region.ts';
import { measureSharedGrain } from '../shared-grain.ts';
import { type Homography, invert } from './homography.ts';
import { mapRegion } from './map-region.ts';
import { type Registration, registerPictures } from './register-pictures.ts';
import { goesOnOutside, isExactCopy, relationOf } from './relation.ts';

/** One photograph in two pictures. */
export interface SamePhotograph {
  readonly registration: Registration;
  /** From fractions of the earlier picture to fractions of the other. */
  readonly earlierToPicture: Homography;
  /** Share of `picture` that shows it, 0 to 1, and where. */
  readonly sameFraction: number;
  readonly region: Region;
  /** The two in the order in which they were registered. */
  readonly source: Picture;
  readonly copy: Picture;
}

/** The least of 286 copies by twelve ways of sending a picture is 0.31 (tuning half). */
const MIN_COPY_GRAIN = 0.25;
const MIN_GRAIN_TILES = 24;
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
      source: earlier,
      copy: picture,
    };
  if (!forward || !goesOnOutside(forward)) return null;
  const backward = registerPictures(opencv, picture, earlier);
  if (backward && relationOf(backward) === 'same-photograph')
    return {
      registration: backward,
      earlierToPicture: invert(backward.sourceToCopy),
      sameFraction: backward.shareOfSource * backward.coverage,
      region: mapRegion(invert(backward.sourceToCopy), WHOLE),
      source: picture,
      copy: earlier,
    };
  return null;
}

/** Whether two shots of one moment would agree as well: what bends slowly, or shows other grain, is no proof of a copy. */
export function mayBeTwoShots(opencv: OpenCv, same: SamePhotograph): boolean {
  return !isExactCopy(same.registration) || hasOtherGrain(opencv, same);
}

/**
 * Whether both pictures show grain and it is not the same: two shots from one standpoint, as no copy is. Mostly grain
 * cannot say so, since compression takes it away and the goods' own fine texture is in every shot.
 */
function hasOtherGrain(opencv: OpenCv, { source, copy, registration }: SamePhotograph): boolean {
  const { tileCount, correlation } = measureSharedGrain(opencv, source, copy, registration);
  return tileCount >= MIN_GRAIN_TILES && correlation < MIN_COPY_GRAIN;
}
