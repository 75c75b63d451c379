import type { OpenCv } from '../../checks/open-cv.ts';
import { type AlignedPair, type Lab, labDistance } from './aligned-pair.ts';
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
/** A piece this much smaller than the largest of its ink is part of the same drawing. */
const MAX_PART_SHARE = 0.25;
/** The ring runs from four to eight pixels outside the ink, past the smear; unchanged means within these Lab levels. */
const RING_INNER_SIDE = 9;
const RING_OUTER_SIDE = 17;
const MAX_CLEAN_LEVELS = 14;

/**
 * Finds arrows, circles, bars and captions among the changed patches: one pure colour, in strokes, bars or rows of
 * glyphs. All patches with one ink are judged together, since a caption falls apart into its glyphs.
 */
export function separateDrawings(
  opencv: OpenCv,
  pair: AlignedPair,
  predicted: Lab,
  patches: readonly Patch[],
  multiples: Float32Array,
): Drawings {
  const drawn = makeMask(pair.width, pair.height, () => false);
  const taken = new Map<Patch, DrawnRegion>();
  for (const { ink, members } of groupByInk(pair, predicted, patches, multiples)) {
    const whole = drawnRegion(ink, members);
    const largestPixels = Math.max(...members.map((patch) => patch.areaPixels));
    for (const patch of members) {
      const isPart = whole?.kind === 'overlay-text' || patch.areaPixels < MAX_PART_SHARE * largestPixels;
      const region = (isPart && whole) || drawnRegion(ink, [patch]);
      if (!region) continue;
      if (!taken.has(patch)) taken.set(patch, region);
      const { data } = inkMask(opencv, pair, ink, [patch]);
      for (let index = 0; index < data.length; index++) if (data[index]) drawn.data[index] = 1;
    }
  }
  const regions = [...taken].map(([patch, region]) => ({ ...region, patch }));
  return { regions, halo: morph(opencv, drawn, 'dilate', HALO_SIDE) };

  function drawnRegion(ink: Ink, members: readonly Patch[]): DrawnRegion | null {
    const pixels = inkMask(opencv, pair, ink, members);
    const shape = describeDrawing(opencv, pixels);
    const cleanRing = cleanRingShare(opencv, pair, predicted, pixels);
    const kind = drawnKind(ink, shape, cleanRing);
    const { elongation, rectangularity, strokeShare } = shape;
    const { share, spread, contrast } = ink;
    return (
      kind && {
        kind,
        reasons: { share, spread, contrast, elongation, rectangularity, strokeShare, cleanRing },
      }
    );
  }
}

interface DrawnRegion {
  readonly kind: RegionKind;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Share of the pixels a few steps outside the ink that are the source again. */
function cleanRingShare(opencv: OpenCv, pair: AlignedPair, predicted: Lab, ink: Mask): number {
  const near = morph(opencv, ink, 'dilate', RING_INNER_SIDE).data;
  const far = morph(opencv, ink, 'dilate', RING_OUTER_SIDE).data;
  let ring = 0;
  let clean = 0;
  for (let index = 0; index < far.length; index++) {
    if (!far[index] || near[index]) continue;
    ring++;
    if (labDistance(pair.copy, predicted, index) < MAX_CLEAN_LEVELS) clean++;
  }
  return ring === 0 ? 0 : clean / ring;
}

function groupByInk(
  pair: AlignedPair,
  predicted: Lab,
  patches: readonly Patch[],
  multiples: Float32Array,
): { ink: Ink; members: Patch[] }[] {
  const groups: { ink: Ink; members: Patch[] }[] = [];
  for (const patch of patches) {
    for (const ink of findInks(pair, predicted, patch, multiples)) {
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
