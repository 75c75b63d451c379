import type { DecodedImage } from './decoded-image.ts';

const TILE_SIDE = 8;
/** Gray levels of deviation: below it a tile is plain, and two exposures may round to the same. */
const MIN_TEXTURE = 4;
/** Fewer textured tiles than this give no share worth having. */
const MIN_TILES = 200;

/**
 * The share of two pictures' textured tiles that agree to the last bit, 0 to 1; null where they have different sizes or too
 * little texture. Two versions of one file that were saved again by one platform keep many such tiles; two presses of the
 * shutter keep next to none, since noise moves some of a block's coefficients over a rounding step.
 */
export function shareOfIdenticalTiles(a: DecodedImage, b: DecodedImage): number | null {
  if (a.width !== b.width || a.height !== b.height) return null;
  let [textured, identical] = [0, 0];
  for (let top = 0; top + TILE_SIDE <= a.height; top += TILE_SIDE)
    for (let left = 0; left + TILE_SIDE <= a.width; left += TILE_SIDE) {
      if (textureOf(a, left, top) < MIN_TEXTURE) continue;
      textured++;
      if (isIdentical(a, b, left, top)) identical++;
    }
  return textured < MIN_TILES ? null : identical / textured;
}

/** Standard deviation of the green channel, which carries most of the luminance. */
function textureOf({ rgba, width }: DecodedImage, left: number, top: number): number {
  let [sum, squares] = [0, 0];
  for (let y = top; y < top + TILE_SIDE; y++)
    for (let x = left; x < left + TILE_SIDE; x++) {
      const level = rgba[(y * width + x) * 4 + 1] as number;
      sum += level;
      squares += level * level;
    }
  const count = TILE_SIDE ** 2;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function isIdentical(a: DecodedImage, b: DecodedImage, left: number, top: number): boolean {
  for (let y = top; y < top + TILE_SIDE; y++) {
    const end = (y * a.width + left + TILE_SIDE) * 4;
    for (let at = end - TILE_SIDE * 4; at < end; at++) if (a.rgba[at] !== b.rgba[at]) return false;
  }
  return true;
}
