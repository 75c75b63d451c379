import type { DecodedImage } from './decoded-image.ts';

const RED = Math.fround(0.299);
const GREEN = Math.fround(0.587);
const BLUE = Math.fround(0.114);
const WHITE = 255;
const OPAQUE = 255;

/**
 * ITU-R BT.601 luma (0 to 255) of a picture on a white page, sampled without blur to `width` × `height`: the nearest
 * pixel towards the origin, as the PDQ reference implementation reduces. Arithmetic is in single precision, operation by
 * operation, so that hashes made from it agree with that implementation.
 * @returns row by row, `width * height` values
 */
export function luminanceOf(pixels: DecodedImage, width = pixels.width, height = pixels.height): Float32Array {
  const luma = new Float32Array(width * height);
  const { rgba } = pixels;
  const columns = Int32Array.from({ length: width }, (_, x) => 4 * Math.floor((x * pixels.width) / width));
  let to = 0;
  for (let y = 0; y < height; y++) {
    const row = 4 * pixels.width * Math.floor((y * pixels.height) / height);
    for (let x = 0; x < width; x++) {
      const at = row + (columns[x] as number);
      const alpha = rgba[at + 3] as number;
      const value = Math.fround(
        Math.fround(Math.fround(RED * (rgba[at] as number)) + Math.fround(GREEN * (rgba[at + 1] as number))) +
          Math.fround(BLUE * (rgba[at + 2] as number)),
      );
      // What lies under a transparent pixel is nothing that a person sees.
      luma[to++] = alpha === OPAQUE ? value : value * (alpha / OPAQUE) + WHITE * (1 - alpha / OPAQUE);
    }
  }
  return luma;
}
