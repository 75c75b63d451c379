import type { Homography } from '../registration/homography.ts';
import { type DamagePatch, PATCH_MARGIN } from './damage-patch.ts';

/** From fractions of the picture that a patch was cut from to pixels of the patch. */
export function pictureToPatch({ region, width, height }: DamagePatch): Homography {
  const scaleX = (width - 2 * PATCH_MARGIN) / region.width;
  const scaleY = (height - 2 * PATCH_MARGIN) / region.height;
  return [
    scaleX,
    0,
    PATCH_MARGIN - 0.5 - region.x * scaleX,
    0,
    scaleY,
    PATCH_MARGIN - 0.5 - region.y * scaleY,
    0,
    0,
    1,
  ];
}
