import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { describePaint, type RgbPair } from './describe-paint.ts';
import { explainBySmoothing } from './explain-by-smoothing.ts';
import type { ToneExplanation } from './explain-by-tone.ts';
import { findFaintRegions } from './find-faint-regions.ts';
import { type Residual, rgbOf } from './measure-residual.ts';
import { paintedKind } from './painted-kind.ts';
import { cutPatch, forEachPixel, type Patch, trimBox } from './patch.ts';
import { emptyMask, findComponents, type Mask, makeMask, morph } from './plane.ts';
import { isNothingButTone, isOpenKind, mightBeSmoothed, type RegionKind, smoothedKind } from './region-kind.ts';
import { separateDrawings } from './separate-drawings.ts';

/** Hysteresis in multiples of the background residual, as measured; a patch holds this share of the least area as strong pixels. */
const STRONG = 5;
const CHANGED = 2.6;
const MIN_STRONG_SHARE = 0.35;
/** Pieces of one damage lie this near to each other, as a share of the longest side. */
const JOINING_SHARE = 0.012;
/** Pieces of one mosaic or blur may lie this far apart. */
const WIDE_JOINING_SHARE = 0.035;
/** An unrecognised part of a drawing lies this near to it. */
const BESIDE_SHARE = 0.04;
/** Dates, logos and interface stand this near to a side and are this small. */
const MARGIN_SHARE = 0.14;
const MAX_MARGIN_MARK_SHARE = 0.015;
/** A sliver is this thin, and touches the rim with this much of its length. */
const MAX_RIM_SHARE = 0.035;
const RIM_REACH = 3;
const MIN_RIM_CONTACT = 0.5;

/** A changed patch with its kind and the measurements that decided it. */
export interface FoundRegion {
  readonly kind: RegionKind;
  readonly patch: Patch;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Both pictures in RGB, and how much of a patch's change is nothing but another tone. */
interface Compared extends RgbPair {
  readonly toneOf: (patch: Patch) => ToneExplanation;
}

/**
 * Finds the changed patches by hysteresis, takes the drawings out, joins what is left by nearness and names it.
 * @param minAreaPixels smaller patches are noise
 */
export function findRegions(
  opencv: OpenCv,
  pair: AlignedPair,
  predicted: Lab,
  residual: Residual,
  judged: Mask,
  toneOf: Compared['toneOf'],
  minAreaPixels: number,
): FoundRegion[] {
  const { width, height } = pair;
  const multiples = residual.multiples.data;
  const isStrong = (index: number): boolean => (multiples[index] as number) > STRONG;
  const changed = makeMask(width, height, (index) => (multiples[index] as number) > CHANGED);
  const patches = significantPatches(opencv, changed, isStrong, minAreaPixels);
  const drawings = separateDrawings(opencv, pair, predicted, patches, multiples);
  const rest = emptyMask(width, height);
  for (const patch of patches)
    forEachPixel(patch, width, (index) => {
      if (!drawings.halo.data[index]) rest.data[index] = 1;
    });
  const remaining = significantPatches(opencv, rest, isStrong, minAreaPixels);
  if (remaining.length === 0) return [...drawings.regions];
  const compared: Compared = { copy: rgbOf(opencv, pair.copy), source: residual.predictedRgb, judged, toneOf };
  const damageLike = joinPatches(opencv, pair, remaining, WIDE_JOINING_SHARE).flatMap((group) =>
    nameGroup(opencv, pair, predicted, compared, group),
  );
  return [...drawings.regions, ...damageLike.map((region) => besideMarks(region, drawings.regions, pair))];
}

/** Names the faint changes of a pair in which nothing else was found: what is no drawing is `faint`. */
export function findFaint(
  opencv: OpenCv,
  pair: AlignedPair,
  predicted: Lab,
  residual: Residual,
  judged: Mask,
  toneOf: Compared['toneOf'],
  judgedPixels: number,
): FoundRegion[] {
  const patches = findFaintRegions(opencv, residual.faintMultiples(), residual.multiples, judgedPixels);
  if (patches.length === 0) return [];
  const compared: Compared = { copy: rgbOf(opencv, pair.copy), source: residual.predictedRgb, judged, toneOf };
  return patches
    .map((patch) => namePatch(opencv, pair, predicted, compared, patch))
    .map((region) => (isOpenKind(region.kind) ? { ...region, kind: hasShape(region) ? 'faint' : 'tone' } : region));
}

/** Fewer colours, dithered or not, leave specks: nothing in them holds together. Of 18 faint damages (both halves) all have a piece. */
function hasShape({ reasons }: FoundRegion): boolean {
  return (reasons.areaPixels ?? 0) > 0;
}

/** A mosaic falls apart into the places where it shows, so the whole group is tried first, then each piece. */
function nameGroup(opencv: OpenCv, pair: AlignedPair, predicted: Lab, compared: Compared, group: Group): FoundRegion[] {
  const whole = namePatch(opencv, pair, predicted, compared, group.joined);
  if (!isOpenKind(whole.kind) || group.members.length === 1) return [whole];
  const pieces = joinPatches(opencv, pair, group.members, JOINING_SHARE);
  return pieces.length === 1
    ? [whole]
    : pieces.map(({ joined }) => namePatch(opencv, pair, predicted, compared, joined));
}

function namePatch(opencv: OpenCv, pair: AlignedPair, predicted: Lab, compared: Compared, patch: Patch): FoundRegion {
  if (hugsRim(patch, compared.judged)) return { kind: 'rim', patch, reasons: {} };
  const explanation = explainBySmoothing(opencv, pair.copy, predicted, patch);
  const smoothed = smoothedKind(explanation);
  if (smoothed) return { kind: smoothed, patch, reasons: { ...explanation } };
  const described = describePaint(opencv, compared, patch);
  const { blend, outline, patchOutline, copyRgb, sourceRgb, ...paint } = described;
  const reasons = { ...explanation, ...outline, ...paint, keep: blend.keep };
  const kind = paintedKind(described) ?? (mightBeSmoothed(explanation) ? 'ambiguous' : 'damage-like');
  if (!isOpenKind(kind)) return { kind, patch, reasons };
  const tone = compared.toneOf(patch);
  const areaShare = patch.areaPixels / (pair.width * pair.height);
  return { kind: isNothingButTone(tone, areaShare) ? 'tone' : kind, patch, reasons: { ...reasons, ...tone } };
}

/**
 * What lies beside a drawing and is smaller than it may be a part of it that was not recognised; what is small and
 * near a side of the picture may be a date, a logo or interface.
 */
function besideMarks(
  region: FoundRegion,
  drawings: readonly { readonly patch: Patch }[],
  { width, height }: AlignedPair,
): FoundRegion {
  if (region.kind !== 'damage-like') return region;
  const reach = BESIDE_SHARE * Math.max(width, height);
  const gap = (a: Patch, b: Patch): number =>
    Math.max(a.left - b.left - b.width, b.left - a.left - a.width, a.top - b.top - b.height, b.top - a.top - a.height);
  const total = drawings.reduce((sum, { patch }) => sum + patch.areaPixels, 0);
  const isBeside = drawings.some(({ patch }) => gap(region.patch, patch) <= reach);
  const { left, top, width: patchWidth, height: patchHeight, areaPixels } = region.patch;
  const isInMargin =
    areaPixels < MAX_MARGIN_MARK_SHARE * width * height &&
    (Math.min(left + patchWidth, width - left) < MARGIN_SHARE * width ||
      Math.min(top + patchHeight, height - top) < MARGIN_SHARE * height);
  return isInMargin || (isBeside && areaPixels < total) ? { ...region, kind: 'ambiguous' } : region;
}

/** Whether the patch is a sliver along the rim of what can be judged, where a misfit of one pixel shows. */
function hugsRim(patch: Patch, judged: Mask): boolean {
  const { width, height, data } = judged;
  const depth = Math.min(patch.width, patch.height);
  if (depth > MAX_RIM_SHARE * Math.max(width, height)) return false;
  let atRim = 0;
  forEachPixel(patch, width, (index) => {
    const isOutside = [-RIM_REACH, RIM_REACH, -RIM_REACH * width, RIM_REACH * width].some(
      (step) => !data[index + step],
    );
    if (isOutside) atRim++;
  });
  return atRim >= Math.max(patch.width, patch.height) * MIN_RIM_CONTACT;
}

/** Connected changes that are large and strong enough to be more than noise. */
function significantPatches(
  opencv: OpenCv,
  mask: Mask,
  isStrong: (index: number) => boolean,
  minAreaPixels: number,
): Patch[] {
  const { labels, boxes } = findComponents(opencv, mask);
  return boxes.flatMap((box, index) => {
    if (box.areaPixels < minAreaPixels) return [];
    const patch = cutPatch(labels, mask.width, box, index + 1);
    let strong = 0;
    forEachPixel(patch, mask.width, (pixel) => {
      if (isStrong(pixel)) strong++;
    });
    return strong >= MIN_STRONG_SHARE * minAreaPixels ? [patch] : [];
  });
}

/** Patches that lie near to each other, and the one patch that they make. */
interface Group {
  readonly joined: Patch;
  readonly members: readonly Patch[];
}

/** Groups patches that lie nearer to each other than a share of the picture's longest side. */
function joinPatches(
  opencv: OpenCv,
  { width, height }: AlignedPair,
  patches: readonly Patch[],
  reachShare: number,
): Group[] {
  if (patches.length === 0) return [];
  const all = emptyMask(width, height);
  for (const patch of patches)
    forEachPixel(patch, width, (index) => {
      all.data[index] = 1;
    });
  const reach = 2 * Math.round(reachShare * Math.max(width, height)) + 1;
  const near = findComponents(opencv, morph(opencv, all, 'dilate', reach));
  return near.boxes.map((box, index) => {
    const patch = cutPatch(near.labels, width, box, index + 1);
    let areaPixels = 0;
    for (let y = 0; y < box.height; y++)
      for (let x = 0; x < box.width; x++) {
        const at = y * box.width + x;
        patch.inside[at] = (patch.inside[at] as number) & (all.data[(box.top + y) * width + box.left + x] as number);
        areaPixels += patch.inside[at] as number;
      }
    const members = patches.filter((member) => near.labels[firstPixel(member, width)] === index + 1);
    return { joined: trimBox({ ...patch, areaPixels }), members };
  });
}

function firstPixel(patch: Patch, imageWidth: number): number {
  const at = patch.inside.indexOf(1);
  return (patch.top + Math.floor(at / patch.width)) * imageWidth + patch.left + (at % patch.width);
}
