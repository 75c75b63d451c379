import type { DecodedImage } from './decoded-image.ts';
import { type BlockGrid, blockGridOf } from './inner-picture/block-grid.ts';
import { refineSide } from './inner-picture/refine-side.ts';
import { type Component, connectedComponents } from './visible-marks/connected-components.ts';
import { cropLuminance } from './visible-marks/crop-luminance.ts';
import type { GrayPlane, PixelBox } from './visible-marks/gray-plane.ts';

/** A photograph inside a larger picture that was drawn by software. */
export interface InnerPicture {
  /** The photograph, in pixels of the whole. */
  readonly box: PixelBox;
  /** `interface`: text and icons around it, as in a screenshot; `border`: nothing but one flat ground. */
  readonly surroundings: 'interface' | 'border';
  /** Share of the whole that the photograph fills, 0 to 1. */
  readonly areaShare: number;
}

/** Of the whole: smaller photographs are icons and product thumbnails, larger ones have a hairline around them. */
const MIN_AREA_SHARE = 0.08;
const MAX_AREA_SHARE = 0.93;
/** Blocks of the photograph's rectangle that have texture, and blocks around it that have none. */
const MIN_TEXTURE = 0.55;
const MIN_FLAT = 0.6;
/** With fewer straight sides than two the ground around has to be flatter. */
const MIN_FLAT_ONE_SIDE = 0.75;
const MIN_SIDES = 2;
/** Where less than this share of the blocks around has anything drawn on it, there is no interface. */
const BORDER_ONLY = 0.985;
/** Too small to have an interface that could be told from a border. */
const MIN_SIDE_PIXELS = 200;

/**
 * The photograph within a screenshot, a chat bubble or a letterbox: the largest textured rectangle that stands with
 * straight, sharp, upright sides on a flat ground. A camera makes neither such sides nor such grounds: its pictures have
 * noise. A cut-out product on white has no straight sides.
 * @returns null for a picture that fills its frame
 */
export function findInnerPicture(pixels: DecodedImage): InnerPicture | null {
  if (Math.min(pixels.width, pixels.height) < MIN_SIDE_PIXELS) return null;
  const luma = cropLuminance(pixels, { left: 0, top: 0, right: pixels.width, bottom: pixels.height }, 1);
  const grid = blockGridOf(luma);
  const patches = connectedComponents(grid.isTextured, grid.columns, grid.rows);
  const largest = patches.reduce<Component | null>(
    (best, patch) => (best && best.area >= patch.area ? best : patch),
    null,
  );
  if (!largest || largest.area < MIN_TEXTURE * areaOf(largest)) return null;
  const sides = straightSides(luma, grid, largest);
  if (!sides) return null;
  const areaShare = areaOf(sides.box) / (pixels.width * pixels.height);
  if (areaShare < MIN_AREA_SHARE || areaShare > MAX_AREA_SHARE) return null;
  const flat = flatShareAround(grid, largest);
  if (flat < (sides.count < MIN_SIDES ? MIN_FLAT_ONE_SIDE : MIN_FLAT)) return null;
  return { box: sides.box, surroundings: flat >= BORDER_ONLY ? 'border' : 'interface', areaShare };
}

/** The rectangle with its sides moved to the sharp edge near them; null where a side inside the picture has none. */
function straightSides(luma: GrayPlane, grid: BlockGrid, patch: PixelBox): { box: PixelBox; count: number } | null {
  const rough: PixelBox = {
    left: patch.left * grid.blockSize,
    top: patch.top * grid.blockSize,
    right: Math.min(luma.width, patch.right * grid.blockSize),
    bottom: Math.min(luma.height, patch.bottom * grid.blockSize),
  };
  let count = 0;
  const moved = (side: 'left' | 'top' | 'right' | 'bottom'): number | null => {
    const limit = side === 'right' ? luma.width : side === 'bottom' ? luma.height : 0;
    if (Math.abs(rough[side] - limit) < grid.blockSize) return limit;
    count++;
    return refineSide(luma, rough, side, grid.blockSize);
  };
  const [left, top, right, bottom] = [moved('left'), moved('top'), moved('right'), moved('bottom')];
  if (left === null || top === null || right === null || bottom === null || count === 0) return null;
  return { box: { left, top, right, bottom }, count };
}

/** Share of the blocks outside a rectangle of blocks that have no texture. */
function flatShareAround(grid: BlockGrid, inner: PixelBox): number {
  let outside = 0;
  let flat = 0;
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      if (column >= inner.left && column < inner.right && row >= inner.top && row < inner.bottom) continue;
      outside++;
      if (!grid.isTextured[row * grid.columns + column]) flat++;
    }
  }
  return outside === 0 ? 0 : flat / outside;
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
  return (right - left) * (bottom - top);
}
