import type { DecodedImage } from './decoded-image.ts';
import { refineSide, type Side } from './inner-picture/refine-side.ts';
import type { Region } from './region.ts';
import type { Subject } from './subject-of-picture.ts';
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
  /** Every side that is not the frame's own is one sharp, straight, upright line. */
  readonly hasStraightSides: boolean;
}

/** A photograph that fills more of the whole has a hairline around it, not a border. */
const MAX_BORDERED_SHARE = 0.96;
/** Gray level from which on a ground is white. */
const WHITE = 240;
/** How far a side may lie from where it was first seen, in fractions of the longest side: a block of the measurement. */
const SIDE_REACH = 0.02;
const MIN_REACH_PIXELS = 3;

/**
 * The photograph within a screenshot or a border, with its sides to the pixel. A border counts only when every side of
 * the photograph is one sharp, straight, upright line: a camera makes no such sides, and goods cut out on white have
 * none.
 * @param subject where the photograph was seen, roughly
 * @returns null for a picture that fills its frame, and for a screen without a photograph
 */
export function findInnerPicture(pixels: DecodedImage, subject: Subject): InnerPicture | null {
  if (subject.isScreen && !subject.photograph) return null;
  const rough = boxOf(subject.region, pixels);
  const areaShare = areaOf(rough) / (pixels.width * pixels.height);
  if (!subject.isScreen && areaShare > MAX_BORDERED_SHARE) return null;
  const luma = cropLuminance(pixels, { left: 0, top: 0, right: pixels.width, bottom: pixels.height }, 1);
  const exact = withExactSides(luma, rough);
  if (!subject.isScreen && (!exact || !isBorder(luma, exact))) return null;
  const box = exact ?? rough;
  return {
    box,
    hasStraightSides: exact !== null,
    surroundings: subject.isScreen ? 'interface' : 'border',
    areaShare: areaOf(box) / (pixels.width * pixels.height),
  };
}

/**
 * Whether what lies around a rectangle is a border: on both sides of it, and not white, as around goods in a shop's
 * picture, where a carton has straight sides of its own.
 */
function isBorder({ width, height, data }: GrayPlane, { left, top, right, bottom }: PixelBox): boolean {
  const isOnBothSides = (left > 0 && right < width) || (top > 0 && bottom < height);
  // On both sides means also on the left or above: the first pixel is ground.
  return isOnBothSides && (data[0] as number) < WHITE;
}

/** The rectangle with each side moved to the sharp line near it; null where one inside the frame has none. */
function withExactSides(luma: GrayPlane, rough: PixelBox): PixelBox | null {
  const reach = Math.max(MIN_REACH_PIXELS, Math.round(SIDE_REACH * Math.max(luma.width, luma.height)));
  const exact = (side: Side): number | null => {
    const limit = side === 'right' ? luma.width : side === 'bottom' ? luma.height : 0;
    return Math.abs(rough[side] - limit) < MIN_REACH_PIXELS ? limit : refineSide(luma, rough, side, reach);
  };
  const [left, top, right, bottom] = [exact('left'), exact('top'), exact('right'), exact('bottom')];
  if (left === null || top === null || right === null || bottom === null) return null;
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

function boxOf(region: Region, { width, height }: DecodedImage): PixelBox {
  return {
    left: Math.round(region.x * width),
    top: Math.round(region.y * height),
    right: Math.min(width, Math.round((region.x + region.width) * width)),
    bottom: Math.min(height, Math.round((region.y + region.height) * height)),
  };
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
  return (right - left) * (bottom - top);
}
