import type { DecodedImage } from './decoded-image.ts';

/**
 * A part of a picture as a picture of its own.
 * @param box in whole pixels, inside the picture; `right` and `bottom` lie just outside
 */
export function cropPixels(
  pixels: DecodedImage,
  {
    left,
    top,
    right,
    bottom,
  }: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): DecodedImage {
  const width = right - left;
  const height = bottom - top;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * pixels.width + left);
    rgba.set(pixels.rgba.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { width, height, rgba, sourceWidth: width, sourceHeight: height };
}
