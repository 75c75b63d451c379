import { cropPicture } from '../../image/crop-picture.ts';
import type { Picture } from '../../image/picture.ts';
import type { Region } from '../../image/region.ts';
import { type Homography, multiply } from '../../image/registration/homography.ts';
import { regionOf } from '../../image/visible-marks/region-of.ts';
import { innerPictureOf } from '../screenshot.ts';

/** A picture, or the photograph in it, as it is compared with others. */
export interface PictureView {
  readonly picture: Picture;
  /** Where it lies in the whole. */
  readonly region: Region;
}

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };
/** A photograph that is smaller in a screenshot, in pixels of its short side, is better looked at in the whole. */
const MIN_SHORT_SIDE_PIXELS = 200;

/**
 * What of a picture to compare: the photograph in a screenshot or a border first, where interface around it takes no key
 * points and no resolution, and then the whole picture.
 * @throws Error when the picture has no pixels
 */
export function viewsOfPicture(picture: Picture): readonly PictureView[] {
  const { pixels } = picture;
  if (!pixels) throw new Error('viewsOfPicture needs a decoded picture');
  const whole = { picture, region: WHOLE };
  const box = innerPictureOf(picture)?.box;
  if (!box || Math.min(box.right - box.left, box.bottom - box.top) < MIN_SHORT_SIDE_PIXELS) return [whole];
  const inner = picture.derived('listing-match.inner', () => cropPicture(picture, box, 'inner'));
  return [{ picture: inner, region: regionOf(box, pixels) }, whole];
}

/** A rectangle within a part of a picture, in fractions of the whole. */
export function inWhole(part: Region, { x, y, width, height }: Region): Region {
  return {
    x: part.x + x * part.width,
    y: part.y + y * part.height,
    width: width * part.width,
    height: height * part.height,
  };
}

/** An alignment to fractions of a part, as one to fractions of the whole, its last number 1. */
export function inWholeMatrix(part: Region, alignment: Homography): number[] {
  const placed = multiply([part.width, 0, part.x, 0, part.height, part.y, 0, 0, 1], alignment);
  return placed.map((value) => value / placed[8]);
}
