import type { OpenCv } from '../../checks/open-cv.ts';
import { type AlignedPair, type Lab, labDistance } from './aligned-pair.ts';
import { describeDrawing } from './drawing-shape.ts';
import { findInks, hasInk, type Ink } from './find-ink.ts';
import type { Patch } from './patch.ts';
import { emptyMask, findComponents, type Mask, morph } from './plane.ts';
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
  const drawn = emptyMask(pair.width, pair.height);
  const taken = new Map<Patch, DrawnRegion>();
  for (const { ink, members } of groupByInk(pair, predicted, patches, multiples)) {
    const whole = drawnRegion(ink, members);
    const largestPixels = Math.max(...members.map((patch) => patch.areaPixels));
    for (const patch of members) {
      const isPart = whole?.kind === 'overlay-text' || patch.areaPixels < MAX_PART_SHARE * largestPixels;
      const region = (isPart && whole) || drawnRegion(ink, [patch]);
      if (!region) continue;
      if (!taken.has(patch)) taken.set(patch, region);
      markIn(drawn, inkMask(opencv, pair, ink, [patch]));
    }
  }
  const regions = [...taken].map(([patch, region]) => ({ ...region, patch }));
  return { regions, halo: morph(opencv, drawn, 'dilate', HALO_SIDE) };

  function drawnRegion(ink: Ink, members: readonly Patch[]): DrawnRegion | null {
    const pixels = inkMask(opencv, pair, ink, members);
    const shape = describeDrawing(opencv, pixels, Math.max(pair.width, pair.height));
    const cleanRing = cleanRingShare(opencv, pair, predicted, pixels);
    const kind = drawnKind(ink, shape, cleanRing);
    const { elongation, rectangularity, strokeShare } = shape;
    const { share, spread, contrast, ownShare } = ink;
    return (
      kind && {
        kind,
        reasons: { share, spread, contrast, ownShare, elongation, rectangularity, strokeShare, cleanRing },
      }
    );
  }
}

interface DrawnRegion {
  readonly kind: RegionKind;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Share of the pixels a few steps outside the ink that are the source again. */
function cleanRingShare(opencv: OpenCv, pair: AlignedPair, predicted: Lab, ink: InkMask): number {
  const near = morph(opencv, ink, 'dilate', RING_INNER_SIDE).data;
  const far = morph(opencv, ink, 'dilate', RING_OUTER_SIDE).data;
  let ring = 0;
  let clean = 0;
  for (let at = 0; at < far.length; at++) {
    if (!far[at] || near[at]) continue;
    ring++;
    const index = (ink.top + Math.floor(at / ink.width)) * pair.width + ink.left + (at % ink.width);
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

/** Pixels of one ink in a part of the picture, with room around them for the ring. */
interface InkMask extends Mask {
  readonly left: number;
  readonly top: number;
}

function inkMask(opencv: OpenCv, pair: AlignedPair, ink: Ink, patches: readonly Patch[]): InkMask {
  const room = RING_OUTER_SIDE;
  const left = Math.max(0, Math.min(...patches.map((patch) => patch.left)) - room);
  const top = Math.max(0, Math.min(...patches.map((patch) => patch.top)) - room);
  const right = Math.min(pair.width, Math.max(...patches.map((patch) => patch.left + patch.width)) + room);
  const bottom = Math.min(pair.height, Math.max(...patches.map((patch) => patch.top + patch.height)) + room);
  const mask = emptyMask(right - left, bottom - top);
  for (const patch of patches)
    for (let y = 0, inside = 0; y < patch.height; y++) {
      const row = (patch.top + y) * pair.width + patch.left;
      const at = (patch.top + y - top) * mask.width + patch.left - left;
      for (let x = 0; x < patch.width; x++, inside++)
        if (patch.inside[inside] && hasInk(pair.copyRgb, row + x, ink)) mask.data[at + x] = 1;
    }
  const { labels, boxes } = findComponents(opencv, mask);
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] as number;
    if (label > 0 && (boxes[label - 1]?.areaPixels ?? 0) < MIN_PIECE_PIXELS) mask.data[index] = 0;
  }
  return { ...mask, left, top };
}

function markIn(whole: Mask, { left, top, width, height, data }: InkMask): void {
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (data[at]) whole.data[(top + y) * whole.width + left + x] = 1;
}
