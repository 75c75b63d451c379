import type { DecodedImage } from '../decoded-image.ts';
import { connectedComponents } from './connected-components.ts';
import { cropLuminance } from './crop-luminance.ts';
import type { GrayPlane, PixelBox } from './gray-plane.ts';
import { contrastNoise, localContrast, maskAbove } from './local-contrast.ts';
import { type LineLimits, textLines } from './text-lines.ts';

/** Something along the upper or lower edge of a picture that is built like a line of text. */
export interface EdgeText {
  /** In pixels of the picture. */
  readonly box: PixelBox;
  /** Whether it is brighter or darker than what is around it. */
  readonly polarity: 'bright' | 'dark';
}

/** How far in from an edge marks stand, in fractions of the short side: GB 45438-2025 wants "an edge or a corner". */
export const STRIP_DEPTH = 0.2;
/** Marks are 3 to 8 % of the short side tall; GB 45438-2025 5.2 asks for 5 %, real ones are smaller. */
const MIN_TEXT_HEIGHT = 0.018;
const MAX_TEXT_HEIGHT = 0.1;
/** Short side of the copy that lines are looked for in. */
const WORKING_SIDE = 720;
const MAX_ENLARGEMENT = 2;
/** Reach of the surroundings that contrast is taken against: for the tallest marks, and for the smallest. */
const BLUR_RADII: readonly number[] = [0.035, 0.015];
/**
 * Contrast that text must exceed, in units of the noise around it: the high one keeps texture out, the lower ones find
 * text on texture, whose own contrast is taken for noise.
 */
const NOISE_FACTORS: readonly number[] = [2.2, 1.4, 0.8];
/** Two lines that overlap this much are one. */
const SAME_LINE = 0.7;
/** Noise is measured in windows this wide. */
const NOISE_WINDOW = 0.3;

/**
 * Lines of text along the upper and the lower edge: luminance minus its box mean, a threshold above the local noise,
 * connected patches, rows of patches. Both bright-on-dark and dark-on-bright are looked for.
 * @returns boxes that look like text; most pictures have a few that are none
 */
export function findEdgeText(pixels: DecodedImage): EdgeText[] {
  const side = Math.min(pixels.width, pixels.height);
  const depth = Math.max(1, Math.round(side * STRIP_DEPTH));
  const strips: PixelBox[] = [
    { left: 0, top: 0, right: pixels.width, bottom: Math.min(depth, pixels.height) },
    { left: 0, top: Math.max(0, pixels.height - depth), right: pixels.width, bottom: pixels.height },
  ];
  const scale = Math.min(MAX_ENLARGEMENT, WORKING_SIDE / side);
  return strips.flatMap((strip) => {
    const plane = cropLuminance(pixels, strip, scale);
    const limits = { minHeight: MIN_TEXT_HEIGHT * side * scale, maxHeight: MAX_TEXT_HEIGHT * side * scale };
    const found = { bright: [] as PixelBox[], dark: [] as PixelBox[] };
    for (const radius of BLUR_RADII) {
      const contrast = localContrast(plane, Math.round(radius * side * scale));
      const noise = contrastNoise(contrast, NOISE_WINDOW * side * scale);
      for (const factor of NOISE_FACTORS) {
        found.bright.push(...linesAbove(contrast, noise, factor, 1, limits));
        found.dark.push(...linesAbove(contrast, noise, factor, -1, limits));
      }
    }
    return (['bright', 'dark'] as const).flatMap((polarity) =>
      distinct(found[polarity]).map((line) => ({ polarity, box: inPicture(line, strip, plane) })),
    );
  });
}

/** Lines among the patches whose contrast of one sign exceeds `factor` times the noise. */
function linesAbove(
  contrast: GrayPlane,
  noise: Float32Array,
  factor: number,
  sign: 1 | -1,
  limits: LineLimits,
): PixelBox[] {
  const patches = connectedComponents(maskAbove(contrast, noise, factor, sign), contrast.width, contrast.height);
  return textLines(
    patches.filter((patch) => !touchesBorder(patch, contrast)),
    limits,
  );
}

/** The lines without those that another one, found at another threshold, covers as well. */
function distinct(lines: readonly PixelBox[]): PixelBox[] {
  const kept: PixelBox[] = [];
  for (const line of lines) if (!kept.some((other) => overlapShare(line, other) > SAME_LINE)) kept.push(line);
  return kept;
}

/** Intersection over union of two boxes. */
function overlapShare(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (areaOf(a) + areaOf(b) - width * height);
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
  return (right - left) * (bottom - top);
}

/** What touches the border of a strip goes on beyond it, so it is no mark. */
function touchesBorder(patch: PixelBox, { width, height }: GrayPlane): boolean {
  return patch.left === 0 || patch.top === 0 || patch.right === width || patch.bottom === height;
}

function inPicture(line: PixelBox, strip: PixelBox, { width, height }: GrayPlane): PixelBox {
  const xScale = (strip.right - strip.left) / width;
  const yScale = (strip.bottom - strip.top) / height;
  return {
    left: strip.left + Math.floor(line.left * xScale),
    top: strip.top + Math.floor(line.top * yScale),
    right: strip.left + Math.ceil(line.right * xScale),
    bottom: strip.top + Math.ceil(line.bottom * yScale),
  };
}
