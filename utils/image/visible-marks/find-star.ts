import type { DecodedImage } from '../decoded-image.ts';
import { connectedComponents } from './connected-components.ts';
import { cropLuminance } from './crop-luminance.ts';
import type { PixelBox } from './gray-plane.ts';
import { contrastNoise, localContrast, maskAbove } from './local-contrast.ts';
import { starLikeness } from './star-shape.ts';

/** A four-pointed star in a lower corner: Gemini puts one to the right, Samsung one to the left. */
export interface StarMark {
  readonly corner: 'bottom-left' | 'bottom-right';
  /** In pixels of the picture. */
  readonly box: PixelBox;
  /** Overlap with the star's template, 0 to 1. */
  readonly likeness: number;
}

/** The corner, and the star's size and distance to both edges, in fractions of the short side. */
const CORNER = 0.2;
const MIN_SIZE = 0.025;
const MAX_SIZE = 0.1;
const MIN_GAP = 0.01;
const MAX_GAP = 0.12;
/** The two distances are alike. */
const MAX_GAP_DIFFERENCE = 0.03;
const MAX_ASPECT = 1.15;
/** Set on the tuning half of the photographs, where the likest patch of light reached 0.63. */
const MIN_LIKENESS = 0.78;
const WORKING_SIDE = 720;
const MAX_ENLARGEMENT = 2;
/** Wider than the star's arms. */
const BLUR_RADIUS = 0.05;
const NOISE_WINDOW = 0.2;
const NOISE_FACTORS: readonly number[] = [2.2, 1.2];

/**
 * The four-pointed star that some generators put into a lower corner, which no text recogniser reads: a patch of that
 * form, size and place, brighter or darker than its surroundings.
 * @returns the likest; null where there is none
 */
export function findStar(pixels: DecodedImage): StarMark | null {
  const side = Math.min(pixels.width, pixels.height);
  const reach = Math.round(CORNER * side);
  if (reach === 0) return null;
  const scale = Math.min(MAX_ENLARGEMENT, WORKING_SIDE / side);
  const unit = side * scale;
  let best: StarMark | null = null;
  for (const corner of ['bottom-right', 'bottom-left'] as const) {
    const left = corner === 'bottom-left' ? 0 : pixels.width - reach;
    const frame = { left, top: pixels.height - reach, right: left + reach, bottom: pixels.height };
    const contrast = localContrast(cropLuminance(pixels, frame, scale), Math.round(BLUR_RADIUS * unit));
    const noise = contrastNoise(contrast, NOISE_WINDOW * unit);
    for (const sign of [1, -1] as const) {
      for (const factor of NOISE_FACTORS) {
        const mask = maskAbove(contrast, noise, factor, sign);
        for (const patch of connectedComponents(mask, contrast.width, contrast.height)) {
          if (!isPlausible(patch, corner, contrast.width, contrast.height, unit)) continue;
          const likeness = starLikeness(mask, contrast.width, patch);
          if (likeness < MIN_LIKENESS || (best && likeness <= best.likeness)) continue;
          best = { corner, likeness, box: inPicture(patch, frame, scale) };
        }
      }
    }
  }
  return best;
}

/** @param unit the picture's short side at the scale of the patch */
function isPlausible(
  patch: PixelBox,
  corner: StarMark['corner'],
  cornerWidth: number,
  cornerHeight: number,
  unit: number,
): boolean {
  const width = patch.right - patch.left;
  const height = patch.bottom - patch.top;
  const sideGap = (corner === 'bottom-left' ? patch.left : cornerWidth - patch.right) / unit;
  const bottomGap = (cornerHeight - patch.bottom) / unit;
  return (
    Math.min(width, height) >= MIN_SIZE * unit &&
    Math.max(width, height) <= MAX_SIZE * unit &&
    Math.max(width, height) <= MAX_ASPECT * Math.min(width, height) &&
    Math.min(sideGap, bottomGap) >= MIN_GAP &&
    Math.max(sideGap, bottomGap) <= MAX_GAP &&
    Math.abs(sideGap - bottomGap) <= MAX_GAP_DIFFERENCE
  );
}

function inPicture(patch: PixelBox, corner: PixelBox, scale: number): PixelBox {
  return {
    left: corner.left + Math.floor(patch.left / scale),
    top: corner.top + Math.floor(patch.top / scale),
    right: Math.min(corner.right, corner.left + Math.ceil(patch.right / scale)),
    bottom: Math.min(corner.bottom, corner.top + Math.ceil(patch.bottom / scale)),
  };
}
