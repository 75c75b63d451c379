import type { Dimensions } from '../../image/read-dimensions.ts';

/**
 * Whether a file has another size than the one that its EXIF states: it was reduced or cropped after that was written.
 * Exchanged sides are the same size, since software that turns the pixels often leaves the tags.
 * Source: Exif 3.0, 4.6.6.3 (PixelXDimension, PixelYDimension).
 */
export function hasOtherPixelSize(stated: Dimensions, size: Dimensions): boolean {
  const isSame = stated.width === size.width && stated.height === size.height;
  return !isSame && !(stated.width === size.height && stated.height === size.width);
}
