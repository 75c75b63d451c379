import type { DrawingShape } from './drawing-shape.ts';
import type { SmoothingExplanation } from './explain-by-smoothing.ts';
import type { Ink } from './find-ink.ts';

/** What a changed region looks like. Only `damage-like` counts; the others are what an honest buyer may have drawn. */
export type RegionKind = 'damage-like' | 'overlay-drawing' | 'overlay-text' | 'overlay-mosaic' | 'overlay-blur' | 'rim';

/** Share of the change that may remain for the region to be nothing but lost detail. Set on the tuning half. */
const MAX_LEFT_BY_PATCHES = 0.35;
const MAX_LEFT_BY_BLUR = 0.35;

/** A pen stroke of a drawing tool is this much longer than wide. */
const MIN_STROKE_ELONGATION = 5;
/** A filled shape of a drawing tool has one colour; compression leaves this much of spread. */
const MAX_FILL_SPREAD = 12;
const MAX_STROKE_SPREAD = 22;
/** A white scratch is thin and frays; a white pen stroke is not. */
const MIN_WHITE_STROKE_PIXELS = 4;
/** A bar over a name or an address is a rectangle of one colour. */
const MIN_BAR_FILL = 0.88;

/** Mosaic or blur when the region is the listing picture with its detail lost; null otherwise. */
export function smoothedKind({ leftByBlur, leftByPatches }: SmoothingExplanation): RegionKind | null {
  if (leftByPatches <= MAX_LEFT_BY_PATCHES) return 'overlay-mosaic';
  return leftByBlur <= MAX_LEFT_BY_BLUR ? 'overlay-blur' : null;
}

/** Drawing or text when the ink has the colour and the shape of a drawing tool's; null otherwise. */
export function drawnKind(ink: Ink, shape: DrawingShape): RegionKind | null {
  if (shape.isTextLike) return 'overlay-text';
  const isBar = shape.fill >= MIN_BAR_FILL && ink.spread <= MAX_FILL_SPREAD;
  if (isBar) return 'overlay-drawing';
  if (ink.tone === 'dark') return null;
  const isStroke = shape.elongation >= MIN_STROKE_ELONGATION && ink.spread <= MAX_STROKE_SPREAD;
  if (ink.tone === 'white') return isStroke && shape.strokePixels >= MIN_WHITE_STROKE_PIXELS ? 'overlay-drawing' : null;
  return isStroke || ink.spread <= MAX_FILL_SPREAD ? 'overlay-drawing' : null;
}
