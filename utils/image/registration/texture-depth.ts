import type { GrayImage } from './gray-image.ts';
import { tileMoments } from './tile-moments.ts';

/** How much a picture gives registration to hold on to. */
export interface TextureDepth {
  /** Tiles with enough texture to be found again. */
  readonly texturedTileCount: number;
  /** Share of the tiles that are neither black nor white and yet perfectly flat: printed or drawn artwork; 0 to 1. */
  readonly flatShare: number;
}

const TILE_SIDE = 16;
const MIN_TEXTURE_DEVIATION = 3;
const MAX_FLAT_DEVIATION = 0.6;
/** A white studio background or a black bar is flat in photographs too. */
const DARKEST = 12;
const LIGHTEST = 243;

export function measureTextureDepth(image: GrayImage): TextureDepth {
  let textured = 0;
  let midtones = 0;
  let flat = 0;
  for (let top = 0; top + TILE_SIDE <= image.height; top += TILE_SIDE) {
    for (let left = 0; left + TILE_SIDE <= image.width; left += TILE_SIDE) {
      const { mean, deviation } = tileMoments(image, left, top, TILE_SIDE);
      if (deviation > MIN_TEXTURE_DEVIATION) textured++;
      if (mean < DARKEST || mean > LIGHTEST) continue;
      midtones++;
      if (deviation < MAX_FLAT_DEVIATION) flat++;
    }
  }
  return { texturedTileCount: textured, flatShare: midtones === 0 ? 0 : flat / midtones };
}
