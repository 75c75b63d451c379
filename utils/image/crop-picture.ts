import { cropPixels } from './crop-pixels.ts';
import { makePicture, type Picture } from './picture.ts';
import type { PixelBox } from './visible-marks/gray-plane.ts';

/**
 * A part of a picture as a picture of its own, with the same file behind it; the picture itself where the part is all
 * of it.
 * @param box in whole pixels, inside the picture
 * @param part what the part is, appended to the id
 * @throws Error when the picture has no pixels
 */
export function cropPicture(picture: Picture, box: PixelBox, part: string): Picture {
  const { id, name, bytes, sha256, type, pixels } = picture;
  if (!pixels) throw new Error('cropPicture needs a decoded picture');
  if (box.right - box.left === pixels.width && box.bottom - box.top === pixels.height) return picture;
  return makePicture({ id: `${id}#${part}`, name, bytes, sha256, type, pixels: cropPixels(pixels, box) });
}
