import type { Region } from '../region.ts';
import type { PixelBox } from './gray-plane.ts';

/** A box in pixels as fractions of the picture. */
export function regionOf(box: PixelBox, picture: { readonly width: number; readonly height: number }): Region {
  return {
    x: box.left / picture.width,
    y: box.top / picture.height,
    width: (box.right - box.left) / picture.width,
    height: (box.bottom - box.top) / picture.height,
  };
}
