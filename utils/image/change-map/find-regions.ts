import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { explainBySmoothing } from './explain-by-smoothing.ts';
import type { Residual } from './measure-residual.ts';
import { cutPatch, forEachPixel, type Patch, trimBox } from './patch.ts';
import { findComponents, type Mask, makeMask, morph } from './plane.ts';
import { type RegionKind, smoothedKind } from './region-kind.ts';
import { separateDrawings } from './separate-drawings.ts';

/** Hysteresis in multiples of the background residual, as measured; a patch holds this share of the least area as strong pixels. */
const STRONG = 5;
const CHANGED = 2.6;
const MIN_STRONG_SHARE = 0.35;
/** Pieces of one damage lie this near to each other, as a share of the longest side. */
const JOINING_SHARE = 0.012;
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
  minAreaPixels: number,
): FoundRegion[] {
  const { width, height } = pair;
  const multiples = residual.multiples.data;
  const isStrong = (index: number): boolean => (multiples[index] as number) > STRONG;
  const changed = makeMask(width, height, (index) => (multiples[index] as number) > CHANGED);
  const patches = significantPatches(opencv, changed, isStrong, minAreaPixels);
  const drawings = separateDrawings(opencv, pair, predicted, patches, multiples);
  const rest = makeMask(width, height, () => false);
  for (const patch of patches)
    forEachPixel(patch, width, (index) => {
      if (!drawings.halo.data[index]) rest.data[index] = 1;
    });
  const remaining = significantPatches(opencv, rest, isStrong, minAreaPixels);
  return [
    ...drawings.regions,
    ...joinNear(opencv, pair, remaining).map((patch) => {
      if (hugsRim(patch, judged)) return { kind: 'rim' as const, patch, reasons: {} };
      const { leftByBlur, leftByPatches } = explainBySmoothing(opencv, pair.copy, predicted, patch);
      const kind = smoothedKind({ leftByBlur, leftByPatches }) ?? 'damage-like';
      return { kind, patch, reasons: { leftByBlur, leftByPatches } };
    }),
  ];
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

/** Joins the pieces of one damage: patches nearer to each other than a share of the picture. */
function joinNear(opencv: OpenCv, { width, height }: AlignedPair, patches: readonly Patch[]): Patch[] {
  if (patches.length < 2) return [...patches];
  const all = makeMask(width, height, () => false);
  for (const patch of patches)
    forEachPixel(patch, width, (index) => {
      all.data[index] = 1;
    });
  const reach = 2 * Math.round(JOINING_SHARE * Math.max(width, height)) + 1;
  const near = findComponents(opencv, morph(opencv, all, 'dilate', reach));
  return near.boxes.map((box, group) => {
    const patch = cutPatch(near.labels, width, box, group + 1);
    let areaPixels = 0;
    for (let y = 0; y < box.height; y++)
      for (let x = 0; x < box.width; x++) {
        const index = y * box.width + x;
        patch.inside[index] =
          (patch.inside[index] as number) & (all.data[(box.top + y) * width + box.left + x] as number);
        areaPixels += patch.inside[index] as number;
      }
    return trimBox({ ...patch, areaPixels });
  });
}
