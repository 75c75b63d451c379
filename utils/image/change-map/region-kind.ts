import type { DrawingShape } from './drawing-shape.ts';
import type { SmoothingExplanation } from './explain-by-smoothing.ts';
import type { ToneExplanation } from './explain-by-tone.ts';
import type { Ink } from './find-ink.ts';

/**
 * What a changed region looks like. `damage-like` counts; `ambiguous` is a change that a drawing tool could have made as
 * well, and `faint` one that is too weak to tell; `tone` is what a conversion or a filter made of these colours, `rim` a
 * misfit along the rim; the others are what an honest buyer may have drawn.
 */
export type RegionKind =
  | 'damage-like'
  | 'ambiguous'
  | 'faint'
  | 'overlay-drawing'
  | 'overlay-text'
  | 'overlay-mosaic'
  | 'overlay-blur'
  | 'tone'
  | 'rim';

/** Whether a change of this kind may be an alteration. */
export function isOpenKind(kind: RegionKind): boolean {
  return kind === 'damage-like' || kind === 'ambiguous' || kind === 'faint';
}

/**
 * Share of the change that may remain for the region to be nothing but lost detail. Set on the tuning half: mosaics leave
 * 0.24 at most and blurs 0.43 by the best grid; what was painted over, pushed aside or pasted leaves 0.52 and more.
 */
const MAX_LEFT_BY_PATCHES = 0.35;
const MAX_LEFT_BY_MOSAIC = 0.47;
const MAX_LEFT_BY_BLUR = 0.25;
const MAX_LEFT_BY_CHANCE = 0.7;
/**
 * Share of the change that may remain for the region to be nothing but another tone. Tuning half: conversions and filters
 * leave 0.08 of the clear changes by colour, small ones and faint ones 0.7, damage 0.93 and more; by a slowly changing
 * tone 0.013, and damage 0.068 and more; a strong vignette of the other half left 0.044.
 */
const MAX_LEFT_BY_COLOUR = 0.5;
const MAX_LEFT_BY_SLOPE = 0.05;
/** Of what takes more than a twentieth of the picture a vignette leaves more, 0.079 in one case; 33 damages of 3 % and more leave 0.125 at least. */
const MAX_LEFT_BY_WIDE_SLOPE = 0.1;
const WIDE_SHARE = 0.05;

/** A pen stroke of a drawing tool is this much longer than wide, and this thin. */
const MIN_STROKE_ELONGATION = 12;
/** A short arrow is stubbier; where it stands out this much, or has quite one colour, it still is one. */
const MIN_SHORT_STROKE_ELONGATION = 6;
const MIN_SHORT_STROKE_CONTRAST = 40;
const MAX_STROKE_SHARE = 0.05;
/** Levels: a filled shape of a drawing tool has one colour, and compression leaves this much of spread. */
const MAX_FILL_SPREAD = 13;
/** And most of it has that colour. */
const MIN_FILL_SHARE = 0.6;
const MAX_STROKE_SPREAD = 32;
/** Paint covers: what it shows is this far from what the source has there, Lab levels. */
const MIN_CONTRAST = 22;
/** Paint ends at its edge: this much of the ring around it is the source again. Stains and burns fade. */
const MIN_CLEAN_RING_SHARE = 0.9;
/** The outline of small glyphs reaches into the ring around their neighbours. */
const MIN_CLEAN_TEXT_RING_SHARE = 0.6;
/** A white scratch is thin and frays; a white pen stroke is not. */
const MIN_WHITE_STROKE_SHARE = 0.006;
/** A bar over a name or an address is a rectangle of one colour. */
const MIN_BAR_RECTANGULARITY = 0.82;
const MAX_BAR_SPREAD = 10;
/**
 * What has a colour of the picture's own and no shape that only a tool makes may be a piece of the picture, pasted. Tuning
 * half: drawings of 100 have 0.009 at most, but for a bar that is a clear rectangle; emojis are discs; pasted pieces and tears 0.026 to 0.2.
 */
const MIN_OWN_SHARE = 0.015;
/** Levels: a piece of a photograph has this much of spread and more; what a guess at the tone missed, 1.9 in one case, has not. */
const MIN_PIECE_SPREAD = 4;
const CLEAR_BAR_RECTANGULARITY = 0.9;
const CLEAR_DISC_ELLIPTICITY = 0.9;
/** Part of a bar may not differ from what it covers; its colour is then so even that no light fell on it. */
const MIN_PART_BAR_RECTANGULARITY = 0.72;
const MAX_PART_BAR_SPREAD = 2;

/** Mosaic or blur when the region is the listing picture with its detail lost; null otherwise. */
export function smoothedKind({ leftByBlur, leftByPatches, leftByMosaic }: SmoothingExplanation): RegionKind | null {
  if (leftByPatches <= MAX_LEFT_BY_PATCHES || leftByMosaic <= MAX_LEFT_BY_MOSAIC) return 'overlay-mosaic';
  return leftByBlur <= MAX_LEFT_BY_BLUR ? 'overlay-blur' : null;
}

/**
 * Whether nothing happened to this place but what happened to its colours everywhere, or to all that surrounds it.
 * @param areaShare of the picture that the place takes, 0 to 1
 */
export function isNothingButTone({ leftByColour, leftBySlope }: ToneExplanation, areaShare: number): boolean {
  const mostBySlope = areaShare >= WIDE_SHARE ? MAX_LEFT_BY_WIDE_SLOPE : MAX_LEFT_BY_SLOPE;
  return leftByColour <= MAX_LEFT_BY_COLOUR || leftBySlope <= mostBySlope;
}

/** Whether lost detail explains much of the change, though not enough to say so. */
export function mightBeSmoothed({ leftByBlur, leftByMosaic }: SmoothingExplanation): boolean {
  return Math.min(leftByBlur, leftByMosaic) <= MAX_LEFT_BY_CHANCE;
}

/**
 * Drawing or text when the ink has the colour and the shape of a drawing tool's, ambiguous when the colour is a
 * darker shade of what the source has there or, in a shape that is no pen's, one of the source's own; null otherwise.
 * @param cleanRingShare share of the pixels just around the ink that are unchanged
 */
export function drawnKind(ink: Ink, shape: DrawingShape, cleanRingShare: number): RegionKind | null {
  if (ink.contrast < MIN_CONTRAST) return null;
  if (shape.isTextLike && cleanRingShare >= MIN_CLEAN_TEXT_RING_SHARE) return 'overlay-text';
  if (cleanRingShare < MIN_CLEAN_RING_SHARE) return null;
  const isFilled = ink.spread <= MAX_FILL_SPREAD && ink.share >= MIN_FILL_SHARE;
  const isBar =
    (ink.spread <= MAX_BAR_SPREAD && shape.rectangularity >= MIN_BAR_RECTANGULARITY) ||
    (ink.spread <= MAX_PART_BAR_SPREAD && shape.rectangularity >= MIN_PART_BAR_RECTANGULARITY);
  const isClearShape = shape.rectangularity >= CLEAR_BAR_RECTANGULARITY || shape.ellipticity >= CLEAR_DISC_ELLIPTICITY;
  const mayBePiece = ink.ownShare >= MIN_OWN_SHARE && ink.spread >= MIN_PIECE_SPREAD && !isClearShape;
  if (isBar) return mayBePiece ? 'ambiguous' : 'overlay-drawing';
  if (ink.tone === 'dark' || ink.tone === 'any') return null;
  const isPlain = isFilled || ink.contrast >= MIN_SHORT_STROKE_CONTRAST;
  // A crack in an orange is a darker orange, as a stroke in the goods' own colour may be.
  const isShort = shape.elongation < MIN_STROKE_ELONGATION && ink.tone === 'vivid';
  const drawn = ink.isDarkerShade || (mayBePiece && isShort) ? 'ambiguous' : 'overlay-drawing';
  const isStroke =
    ink.spread <= MAX_STROKE_SPREAD &&
    shape.elongation >= (isPlain ? MIN_SHORT_STROKE_ELONGATION : MIN_STROKE_ELONGATION) &&
    shape.strokeShare <= MAX_STROKE_SHARE &&
    (ink.tone === 'vivid' || shape.strokeShare >= MIN_WHITE_STROKE_SHARE);
  return isStroke || (isFilled && ink.tone === 'vivid') ? drawn : null;
}
