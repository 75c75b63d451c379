import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair } from './aligned-pair.ts';
import { describeDrawing } from './drawing-shape.ts';
import { findInks, hasInk, type Ink } from './find-ink.ts';
import { forEachPixel, type Patch } from './patch.ts';
import { findComponents, type Mask, makeMask, morph } from './plane.ts';
import { drawnKind, type RegionKind } from './region-kind.ts';

/** What drawing tools left on the copy. */
export interface Drawings {
  readonly regions: readonly {
    readonly kind: RegionKind;
    readonly patch: Patch;
    readonly reasons: Readonly<Record<string, number>>;
  }[];
  /** The drawings with the smear of scaling and compression around them: no evidence of anything else. */
  readonly halo: Mask;
}

/** An ink that covers less of a patch than this does not explain it. */
const MIN_INK_SHARE = 0.12;
/** Two patches carry the same ink when their colours lie this near, levels a channel. */
const SAME_INK_LEVELS = 40;
/** Pixels around a stroke that scaling and 4:2:0 compression smear. */
const HALO_SIDE = 15;
const MIN_PIECE_PIXELS = 6;

/**
 * Finds arrows, circles, bars and captions among the changed patches: one pure colour, in strokes, bars or rows of
 * glyphs. All patches with one ink are judged together, since a caption falls apart into its glyphs.
 */
export function separateDrawings(
  opencv: OpenCv,
  pair: AlignedPair,
  patches: readonly Patch[],
  multiples: Float32Array,
): Drawings {
  const { width, height } = pair;
  const drawn = makeMask(width, height, () => false);
  const regions = groupByInk(pair, patches, multiples).flatMap(({ ink, members }) => {
    const inkOf = (chosen: readonly Patch[]): Mask => inkMask(opencv, pair, ink, chosen);
    const isText = describeDrawing(opencv, inkOf(members)).isTextLike;
    return members.flatMap((patch) => {
      const pixels = inkOf([patch]);
      const shape = describeDrawing(opencv, pixels);
      const kind = isText ? 'overlay-text' : drawnKind(ink, shape);
      if (!kind) return [];
      for (let index = 0; index < drawn.data.length; index++) if (pixels.data[index]) drawn.data[index] = 1;
      const { elongation, strokePixels, fill } = shape;
      return [{ kind, patch, reasons: { inkShare: ink.share, inkSpread: ink.spread, elongation, strokePixels, fill } }];
    });
  });
  return { regions, halo: morph(opencv, drawn, 'dilate', HALO_SIDE) };
}

function groupByInk(
  pair: AlignedPair,
  patches: readonly Patch[],
  multiples: Float32Array,
): { ink: Ink; members: Patch[] }[] {
  const groups: { ink: Ink; members: Patch[] }[] = [];
  for (const patch of patches) {
    for (const ink of findInks(pair, patch, multiples)) {
      if (ink.share < MIN_INK_SHARE) continue;
      const group = groups.find((other) => isSameInk(other.ink, ink));
      if (group) group.members.push(patch);
      else groups.push({ ink, members: [patch] });
    }
  }
  return groups;
}

function isSameInk(a: Ink, b: Ink): boolean {
  return a.tone === b.tone && a.rgb.every((level, c) => Math.abs(level - (b.rgb[c] as number)) <= SAME_INK_LEVELS);
}

function inkMask(opencv: OpenCv, pair: AlignedPair, ink: Ink, patches: readonly Patch[]): Mask {
  const mask = makeMask(pair.width, pair.height, () => false);
  for (const patch of patches)
    forEachPixel(patch, pair.width, (index) => {
      if (hasInk(pair.copyRgb, index, ink)) mask.data[index] = 1;
    });
  const { labels, boxes } = findComponents(opencv, mask);
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] as number;
    if (label > 0 && (boxes[label - 1]?.areaPixels ?? 0) < MIN_PIECE_PIXELS) mask.data[index] = 0;
  }
  return mask;
}
