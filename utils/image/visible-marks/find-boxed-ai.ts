import type { DecodedImage } from '../decoded-image.ts';
import { BOXED_AI_TEMPLATES, TEMPLATE_COLUMNS, TEMPLATE_ROWS } from './boxed-ai-templates.ts';
import { connectedComponents } from './connected-components.ts';
import { cropLuminance } from './crop-luminance.ts';
import type { GrayPlane, PixelBox } from './gray-plane.ts';
import { boxSums, contrastAgainst, contrastNoise, maskAbove } from './local-contrast.ts';

/** A small box with AI and nothing else in it, in an upper corner. */
export interface BoxedAiMark {
  /** In pixels of the picture. */
  readonly box: PixelBox;
  readonly corner: 'top-left' | 'top-right';
  /** Correlation with the nearest template, 0 to 1. */
  readonly likeness: number;
}

/** The corner that is searched, and the box's height, shape and distance to both edges, in fractions of the short side. */
const CORNER = 0.24;
const MIN_HEIGHT = 0.025;
const MAX_HEIGHT = 0.1;
const MIN_ASPECT = 0.9;
const MAX_ASPECT = 2.7;
const MIN_GAP = 0.005;
const MAX_GAP = 0.1;
/** Templates of a box this much wider or narrower are tried. */
const ASPECT_TOLERANCE = 1.3;
/** Of the tuning half's photographs the likest has 0.45. */
const MIN_LIKENESS = 0.54;
const WORKING_SIDE = 720;
const MAX_ENLARGEMENT = 2;
/** Wider than the box, so that a filled one stands out as a whole; and wider than an outline's stroke. */
const BLUR_RADII: readonly number[] = [0.1, 0.02];
const NOISE_WINDOW = 0.24;
const NOISE_FACTORS: readonly number[] = [3, 2, 1];

const TEMPLATES = BOXED_AI_TEMPLATES.map(({ aspect, bits }) => ({
  aspect,
  cells: normalised(
    Float32Array.from(
      { length: TEMPLATE_COLUMNS * TEMPLATE_ROWS },
      (_, at) => (Number.parseInt(bits[at >> 2] as string, 16) >> (3 - (at & 3))) & 1,
    ),
  ),
}));

/**
 * The box with AI in it that some generators put into an upper corner, filled or outlined, bright or dark: a patch of
 * that size and place whose pixels correlate with one of the templates.
 * @returns the likest; null where there is none
 */
export function findBoxedAi(pixels: DecodedImage): BoxedAiMark | null {
  const side = Math.min(pixels.width, pixels.height);
  const reach = Math.round(CORNER * side);
  if (reach === 0) return null;
  const scale = Math.min(MAX_ENLARGEMENT, WORKING_SIDE / side);
  let best: BoxedAiMark | null = null;
  for (const corner of ['top-left', 'top-right'] as const) {
    const left = corner === 'top-left' ? 0 : pixels.width - reach;
    const plane = cropLuminance(pixels, { left, top: 0, right: left + reach, bottom: reach }, scale);
    for (const patch of patchesIn(plane, side * scale, corner)) {
      const likeness = likenessOf(plane, patch);
      if (likeness < MIN_LIKENESS || (best && likeness <= best.likeness)) continue;
      best = { likeness, corner, box: inPicture(patch, left, scale, pixels) };
    }
  }
  return best;
}

/** @param unit the picture's short side at the scale of the plane */
function patchesIn(plane: GrayPlane, unit: number, corner: BoxedAiMark['corner']): PixelBox[] {
  const sums = boxSums(plane);
  return BLUR_RADII.flatMap((radius) => {
    const contrast = contrastAgainst(plane, sums, Math.round(radius * unit));
    const noise = contrastNoise(contrast, NOISE_WINDOW * unit);
    return NOISE_FACTORS.flatMap((factor) =>
      ([1, -1] as const).flatMap((sign) =>
        connectedComponents(maskAbove(contrast, noise, factor, sign), plane.width, plane.height).filter((patch) =>
          isPlausible(patch, plane.width, unit, corner),
        ),
      ),
    );
  });
}

function isPlausible(patch: PixelBox, cornerWidth: number, unit: number, corner: BoxedAiMark['corner']): boolean {
  const width = patch.right - patch.left;
  const height = patch.bottom - patch.top;
  const sideGap = (corner === 'top-left' ? patch.left : cornerWidth - patch.right) / unit;
  const topGap = patch.top / unit;
  return (
    height >= MIN_HEIGHT * unit &&
    height <= MAX_HEIGHT * unit &&
    width >= MIN_ASPECT * height &&
    width <= MAX_ASPECT * height &&
    Math.min(sideGap, topGap) >= MIN_GAP &&
    Math.max(sideGap, topGap) <= MAX_GAP
  );
}

/** The best correlation of a patch's box with a template, whichever of the two is bright. */
function likenessOf(plane: GrayPlane, box: PixelBox): number {
  const aspect = (box.right - box.left) / (box.bottom - box.top);
  const cells = normalised(cellsOf(plane, box));
  let best = 0;
  for (const template of TEMPLATES) {
    if (Math.max(aspect / template.aspect, template.aspect / aspect) > ASPECT_TOLERANCE) continue;
    let sum = 0;
    for (let at = 0; at < cells.length; at++) sum += (cells[at] as number) * (template.cells[at] as number);
    best = Math.max(best, Math.abs(sum));
  }
  return best;
}

/** The plane under a box on the templates' grid, nearest pixel. */
function cellsOf({ width, data }: GrayPlane, box: PixelBox): Float32Array {
  return Float32Array.from({ length: TEMPLATE_COLUMNS * TEMPLATE_ROWS }, (_, at) => {
    const column = at % TEMPLATE_COLUMNS;
    const row = (at - column) / TEMPLATE_COLUMNS;
    const x = box.left + Math.floor(((column + 0.5) / TEMPLATE_COLUMNS) * (box.right - box.left));
    const y = box.top + Math.floor(((row + 0.5) / TEMPLATE_ROWS) * (box.bottom - box.top));
    return data[y * width + x] as number;
  });
}

/** With mean 0 and length 1, so that a scalar product of two is their correlation; 0 where all values are equal. */
function normalised(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? centred : centred.map((value) => value / length);
}

function inPicture(patch: PixelBox, left: number, scale: number, { width, height }: DecodedImage): PixelBox {
  return {
    left: left + Math.floor(patch.left / scale),
    top: Math.floor(patch.top / scale),
    right: Math.min(width, left + Math.ceil(patch.right / scale)),
    bottom: Math.min(height, Math.ceil(patch.bottom / scale)),
  };
}
