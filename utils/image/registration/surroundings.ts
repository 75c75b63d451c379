import { type ConvexPolygon, clipToRectangle } from './convex-polygon.ts';
import type { GrayImage } from './gray-image.ts';
import { tileMoments } from './tile-moments.ts';

/**
 * What the copy shows beyond the source's frame. A crop shows nothing, a screenshot flat interface; where natural
 * texture goes on, somebody photographed a print or a screen.
 */
export interface Surroundings {
  /** Share of the copy's tiles that lie wholly outside, 0 to 1. */
  readonly outsideShare: number;
  /** Share of those that have texture, 0 to 1; 0 when there are too few to say. */
  readonly texturedShare: number;
}

const TILE_SIDE = 16;
/** Pixels around the overlap that may still belong to it. */
const MARGIN_PIXELS = 4;
const MIN_TILES = 10;
/** Gray levels; compression noise on a flat border stays below. */
const MIN_DEVIATION = 2.5;

/** @param overlap the source's outline in the copy's pixels */
export function measureSurroundings(copy: GrayImage, overlap: ConvexPolygon): Surroundings {
  const columns = Math.floor(copy.width / TILE_SIDE);
  const rows = Math.floor(copy.height / TILE_SIDE);
  let outside = 0;
  let textured = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = column * TILE_SIDE;
      const top = row * TILE_SIDE;
      const near = clipToRectangle(
        overlap,
        left - MARGIN_PIXELS,
        top - MARGIN_PIXELS,
        left + TILE_SIDE + MARGIN_PIXELS,
        top + TILE_SIDE + MARGIN_PIXELS,
      );
      if (near.length > 0) continue;
      outside++;
      if (tileMoments(copy, left, top, TILE_SIDE).deviation > MIN_DEVIATION) textured++;
    }
  }
  return {
    outsideShare: outside / Math.max(1, columns * rows),
    texturedShare: outside > MIN_TILES ? textured / outside : 0,
  };
}
