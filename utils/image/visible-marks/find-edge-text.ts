import type { DecodedImage } from '../decoded-image.ts';
import { connectedComponents } from './connected-components.ts';
import { cropLuminance } from './crop-luminance.ts';
import type { GrayPlane, PixelBox } from './gray-plane.ts';
import { boxSums, contrastAgainst, contrastNoise, maskAbove } from './local-contrast.ts';
import { type LineLimits, textLines } from './text-lines.ts';

/** Something along an edge of a picture that is built like a line of text. */
export interface EdgeText {
  /** In pixels of the picture. */
  readonly box: PixelBox;
  /** Whether it is brighter or darker than what is around it. */
  readonly polarity: 'bright' | 'dark';
  /** At how many thresholds it was seen: letters stand out at most of them, texture at one. */
  readonly votes: number;
}

/** How far in from an edge marks stand, in fractions of the short side: GB 45438-2025 wants "an edge or a corner". */
export const STRIP_DEPTH = 0.2;
/** Width of the bands along the left and right edge: a mark of ten letters fits in. */
const BAND_WIDTH = 0.46;
/** A line beside an edge begins this near to it. */
const MAX_SIDE_GAP = 0.09;
/** Marks are 3 to 8 % of the short side tall; GB 45438-2025 5.2 asks for 5 %, real ones are smaller. */
const MIN_TEXT_HEIGHT = 0.018;
const MAX_TEXT_HEIGHT = 0.1;
/** Short side of the copy that lines are looked for in. */
const WORKING_SIDE = 720;
const MAX_ENLARGEMENT = 2;
/**
 * Reach of the surroundings that contrast is taken against, in fractions of the short side, and the contrast that text
 * must exceed, in units of the noise around it: high ones keep texture out, low ones find text on texture, whose own
 * contrast is taken for noise. The combinations that found most marks of the tuning half, and different ones.
 */
const THRESHOLDS: readonly { readonly radius: number; readonly factors: readonly number[] }[] = [
  { radius: 0.05, factors: [2.4, 1] },
  { radius: 0.025, factors: [3.5, 1.6] },
  { radius: 0.015, factors: [3.5, 2.4, 1, 0.6] },
];
/** Two lines that overlap this much are one. */
const SAME_LINE = 0.7;
/** Noise is measured in windows this wide. */
const NOISE_WINDOW = 0.3;

/**
 * Lines of text along the edges: luminance minus its box mean, a threshold above the local noise, connected patches, rows
 * of patches. Both bright-on-dark and dark-on-bright are looked for.
 * @returns boxes that look like text; most pictures have a few that are none
 */
export function findEdgeText(pixels: DecodedImage): EdgeText[] {
  const side = Math.min(pixels.width, pixels.height);
  const scale = Math.min(MAX_ENLARGEMENT, WORKING_SIDE / side);
  return stripsOf(pixels).flatMap(({ strip, beside }) =>
    (['bright', 'dark'] as const).flatMap((polarity) => {
      const plane = cropLuminance(pixels, strip, scale, polarity);
      return distinct(linesIn(plane, side * scale, polarity === 'bright' ? 1 : -1))
        .map(({ line, votes }) => ({ polarity, votes, box: inPicture(line, strip, plane) }))
        .filter(({ box }) => !beside || gapTo(beside, box, pixels) <= MAX_SIDE_GAP * side);
    }),
  );
}

type Beside = 'left' | 'right';

/** The strips along the upper and lower edge, and the bands between them along the sides. */
function stripsOf({ width, height }: DecodedImage): { readonly strip: PixelBox; readonly beside: Beside | null }[] {
  const side = Math.min(width, height);
  const depth = Math.max(1, Math.round(side * STRIP_DEPTH));
  const band = Math.round(Math.min(width / 2, side * BAND_WIDTH));
  const strips = [
    { strip: { left: 0, top: 0, right: width, bottom: Math.min(depth, height) }, beside: null },
    { strip: { left: 0, top: Math.max(0, height - depth), right: width, bottom: height }, beside: null },
  ];
  if (height <= 2 * depth || band < 1) return strips;
  const between = { top: depth, bottom: height - depth };
  return [
    ...strips,
    { strip: { ...between, left: 0, right: band }, beside: 'left' as const },
    { strip: { ...between, left: width - band, right: width }, beside: 'right' as const },
  ];
}

/** @param unit the picture's short side at the scale of the plane */
function linesIn(plane: GrayPlane, unit: number, sign: 1 | -1): PixelBox[] {
  const limits = { minHeight: MIN_TEXT_HEIGHT * unit, maxHeight: MAX_TEXT_HEIGHT * unit };
  const sums = boxSums(plane);
  return THRESHOLDS.flatMap(({ radius, factors }) => {
    const contrast = contrastAgainst(plane, sums, Math.round(radius * unit));
    const noise = contrastNoise(contrast, NOISE_WINDOW * unit);
    return factors.flatMap((factor) => linesAbove(contrast, noise, factor, sign, limits));
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
function distinct(lines: readonly PixelBox[]): { readonly line: PixelBox; readonly votes: number }[] {
  const kept: { line: PixelBox; votes: number }[] = [];
  for (const line of lines) {
    const same = kept.find((other) => overlapShare(line, other.line) > SAME_LINE);
    if (same) same.votes++;
    else kept.push({ line, votes: 1 });
  }
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

function gapTo(beside: Beside, box: PixelBox, { width }: DecodedImage): number {
  return beside === 'left' ? box.left : width - box.right;
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
