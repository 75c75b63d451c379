import type { Paint } from './describe-paint.ts';
import { isVivid } from './find-ink.ts';
import type { OutlineShape } from './outline-shape.ts';

/**
 * Limits set on the tuning half of the generated cases. What an even paint in a plain shape explains is a drawing; what
 * only might be one is `ambiguous` and never proves anything before a person has looked at it.
 */
const EVEN_MISS_LEVELS = 6;
const EVEN_MISS_MOST_LEVELS = 20;
const DRAWN_EDGE_PIXELS = 3.3;
const MIN_RECTANGULARITY = 0.9;
const MIN_ELLIPTICITY = 0.93;
const MIN_PLAIN_SOLIDITY = 0.96;
/** A circle or a frame drawn around something changes less of what it encloses than this. */
const MAX_RING_FILL = 0.66;
/** A spotlight: the rest was darkened, so the tone followed it and the place itself looks brightened. */
const MIN_SPOTLIGHT_KEEP = 1.15;
const MIN_SPOTLIGHT_ELLIPTICITY = 0.85;
/** A highlighter lets this much of the picture show through. */
const MIN_HIGHLIGHT_KEEP = 0.15;
const MAX_HIGHLIGHT_KEEP = 0.9;

const FLAT_MISS_LEVELS = 10.5;
const FLAT_EDGE_PIXELS = 3.2;
const FLAT_EVENNESS = 0.6;
const PLAIN_RECTANGULARITY = 0.86;
const PLAIN_ELLIPTICITY = 0.92;
/** A smaller outline's ellipse fits less well; it is smooth all the same. */
const NEAR_ELLIPTICITY = 0.85;
const MAX_RAGGEDNESS = 1.08;
const CRISP_EDGE_PIXELS = 2.6;
/** One paint, opaque or translucent, that compression made uneven; it is cut out crisply all the same. */
const CRISP_MISS_LEVELS = 12.5;
/** One even paint; scaling makes the edge of a drawn one as wide as this and it still fades less than a stain. */
const EVEN_PAINT_MISS_LEVELS = 10.5;
const EVEN_PAINT_MISS_MOST_LEVELS = 20;
/** Letters and stickers are this white; torn paper and scratches are not. */
const WHITE_LEVEL = 232;
const STROKE_SOLIDITY = 0.65;
const STROKE_RAGGEDNESS = 1.9;
/** A pen presses evenly along its line; a crack tapers, and breaks off. */
const STROKE_EVENNESS = 0.42;
const STROKE_EDGE_PIXELS = 3.1;
/** Beyond this an edge fades, as paint from a drawing tool does not. */
const FADING_EDGE_PIXELS = 4.2;

/** Whether the patch is a drawing, might be one, or (null) has what no even paint has: texture or a fading edge. */
export function paintedKind(paint: Paint): 'overlay-drawing' | 'ambiguous' | null {
  if (isPlainDrawing(paint)) return 'overlay-drawing';
  return mightBeDrawn(paint) ? 'ambiguous' : null;
}

function isPlainDrawing({ blend, corePixels, coreMissLevels, coreMissMostLevels, ...paint }: Paint): boolean {
  const { rectangularity, ellipticity, solidity } = paint.outline;
  const isEllipse = ellipticity >= MIN_ELLIPTICITY && solidity >= MIN_PLAIN_SOLIDITY;
  const isRectangle = rectangularity >= MIN_RECTANGULARITY;
  if (paint.edgePixels > DRAWN_EDGE_PIXELS) return false;
  if (paint.fill <= MAX_RING_FILL && (isEllipse || isRectangle)) return true;
  if (corePixels === 0 || coreMissLevels > EVEN_MISS_LEVELS) return false;
  if (blend.keep >= MIN_SPOTLIGHT_KEEP) return ellipticity >= MIN_SPOTLIGHT_ELLIPTICITY || isRectangle;
  if (isRectangle && solidity >= MIN_PLAIN_SOLIDITY) return true;
  if (coreMissMostLevels > EVEN_MISS_MOST_LEVELS) return false;
  const colour = blend.add.map((level) => level / (1 - Math.min(MAX_HIGHLIGHT_KEEP, blend.keep)));
  return blend.keep >= MIN_HIGHLIGHT_KEEP && blend.keep <= MAX_HIGHLIGHT_KEEP && isVivid(colour);
}

function mightBeDrawn({
  blend,
  corePixels,
  coreMissLevels,
  coreMissMostLevels,
  copyRgb,
  sourceRgb,
  ...paint
}: Paint): boolean {
  const { solidity, raggedness } = paint.outline;
  if (isVivid(copyRgb) && !isVivid(sourceRgb)) return true;
  if (Math.min(...copyRgb) >= WHITE_LEVEL && Math.min(...sourceRgb) < WHITE_LEVEL) return true;
  if (isPlainShape(paint.patchOutline)) return true;
  // Light falls so, and a vignette leaves its middle so, whose tone the whole picture's followed.
  const fades = paint.edgePixels > FADING_EDGE_PIXELS;
  if (blend.keep >= MIN_SPOTLIGHT_KEEP && (fades || coreMissLevels <= FLAT_MISS_LEVELS)) return true;
  if (fades) return false;
  const isCutOut =
    // One paint, or the several of a sticker: cut out cleanly, and as strong at one end as at the other.
    corePixels > 0 && paint.edgePixels <= FLAT_EDGE_PIXELS && paint.evenness >= FLAT_EVENNESS;
  const isStroke =
    solidity <= STROKE_SOLIDITY &&
    raggedness >= STROKE_RAGGEDNESS &&
    paint.evenness >= STROKE_EVENNESS &&
    paint.edgePixels <= STROKE_EDGE_PIXELS;
  // Nowhere wider than a pen: a crack, a quick scribble and small writing leave this alike.
  const isThin = corePixels === 0 && paint.edgePixels <= DRAWN_EDGE_PIXELS;
  const isCrisp = corePixels > 0 && coreMissLevels <= CRISP_MISS_LEVELS && paint.edgePixels <= CRISP_EDGE_PIXELS;
  const isEven =
    corePixels > 0 && coreMissLevels <= EVEN_PAINT_MISS_LEVELS && coreMissMostLevels <= EVEN_PAINT_MISS_MOST_LEVELS;
  return (
    isEven ||
    isPlainShape(paint.outline) ||
    isCutOut ||
    isStroke ||
    isThin ||
    isCrisp ||
    blend.keep >= MIN_SPOTLIGHT_KEEP
  );
}

function isPlainShape({ rectangularity, ellipticity, solidity, raggedness }: OutlineShape): boolean {
  const isRound = ellipticity >= PLAIN_ELLIPTICITY || (ellipticity >= NEAR_ELLIPTICITY && raggedness <= MAX_RAGGEDNESS);
  return rectangularity >= PLAIN_RECTANGULARITY || (isRound && solidity >= MIN_PLAIN_SOLIDITY);
}
