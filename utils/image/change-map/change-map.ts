import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import type { Region } from '../region.ts';
import { workingScale } from '../registration/gray-image.ts';
import { applyTo, invert } from '../registration/homography.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { type AlignedPair, alignPair, type Lab } from './aligned-pair.ts';
import { compensateTone } from './compensate-tone.ts';
import { explainBySmoothing } from './explain-by-smoothing.ts';
import { findStrips } from './find-strips.ts';
import { matchBlur } from './match-blur.ts';
import { measureResidual, type Residual } from './measure-residual.ts';
import { cutPatch, forEachPixel, type Patch } from './patch.ts';
import { findComponents, type Mask, makeMask, morph } from './plane.ts';
import { type RegionKind, smoothedKind } from './region-kind.ts';
import { separateDrawings } from './separate-drawings.ts';

/** One place where the copy is not the source. */
export interface ChangeRegion {
  readonly kind: RegionKind;
  /** Box in fractions of the copy as displayed. */
  readonly region: Region;
  /** Share of the overlap that changed here, 0 to 1. */
  readonly areaFraction: number;
  /** The region's 90th percentile, in multiples of the pair's own background residual. */
  readonly strength: number;
  /** The measurements that decided the kind. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Where and how a registered copy differs from its source. */
export interface ChangeMap {
  /** Strongest first. */
  readonly regions: readonly ChangeRegion[];
  /** Share of the overlap inside damage-like regions, 0 to 1. */
  readonly changedFraction: number;
  /** Lab levels of difference that the whole pair shows anyway. */
  readonly backgroundResidual: number;
  /** The registration's frame, one byte a pixel: 0 for unchanged, else 1 + the index into `regions`. */
  readonly labels: Mask;
}

/** Hysteresis in multiples of the background residual, and least area, as measured. */
const STRONG = 5;
const CHANGED = 2.6;
const MIN_AREA_SHARE = 6e-4;
const MIN_STRONG_SHARE = 0.35;
const MIN_JUDGED_PIXELS = 2000;
/** Pieces of one damage lie this near to each other, as a share of the longest side. */
const JOINING_SHARE = 0.012;
const STRENGTH_QUANTILE = 0.9;
const MAX_REGIONS = 250;

/**
 * Maps what changed between the source and its registered copy, and tells what an honest buyer may have drawn from
 * what looks like damage. Null when too little of the overlap can be judged.
 */
export function mapChanges(
  opencv: OpenCv,
  source: DecodedImage,
  copy: DecodedImage,
  registration: Registration,
): ChangeMap | null {
  const pair = alignPair(opencv, source, copy, registration);
  if (countSet(pair.covered) < MIN_JUDGED_PIXELS) return null;
  const whole = compare(opencv, pair, pair.covered);
  const strips = findStrips(opencv, pair.copy[0], whole.residual.multiples, pair.covered, CHANGED);
  const judged = makeMask(pair.width, pair.height, (i) => pair.covered.data[i] === 1 && strips.data[i] === 0);
  const judgedPixels = countSet(judged);
  if (judgedPixels < MIN_JUDGED_PIXELS) return null;
  const { predicted, residual } = countSet(strips) > 0 ? compare(opencv, pair, judged) : whole;
  const minAreaPixels = Math.max(1, Math.round(MIN_AREA_SHARE * judgedPixels));
  const found = findRegions(opencv, pair, predicted, residual, minAreaPixels);
  const frameToFraction = fractionOf(copy, registration);
  const regions = found
    .map(({ kind, patch, reasons }) => ({
      kind,
      patch,
      reasons,
      region: frameToFraction(patch),
      areaFraction: patch.areaPixels / judgedPixels,
      strength: strengthOf(residual, patch),
    }))
    .sort((a, b) => b.strength * b.areaFraction - a.strength * a.areaFraction)
    .slice(0, MAX_REGIONS);
  const labels = new Uint8Array(pair.width * pair.height);
  for (const [index, { patch }] of regions.entries())
    forEachPixel(patch, pair.width, (pixel) => {
      labels[pixel] = index + 1;
    });
  return {
    regions: regions.map(({ patch, ...region }) => region),
    changedFraction: regions.reduce((sum, r) => sum + (r.kind === 'damage-like' ? r.areaFraction : 0), 0),
    backgroundResidual: residual.background,
    labels: { width: pair.width, height: pair.height, data: labels },
  };
}

interface FoundRegion {
  readonly kind: RegionKind;
  readonly patch: Patch;
  readonly reasons: Readonly<Record<string, number>>;
}

function compare(opencv: OpenCv, pair: AlignedPair, judged: Mask): { predicted: Lab; residual: Residual } {
  const source = matchBlur(opencv, pair, judged);
  const predicted = compensateTone(opencv, { ...pair, source }, judged);
  return { predicted, residual: measureResidual(opencv, pair, predicted, judged) };
}

function findRegions(
  opencv: OpenCv,
  pair: AlignedPair,
  predicted: Lab,
  residual: Residual,
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
      const { leftByBlur, leftByPatches } = explainBySmoothing(opencv, pair.copy, predicted, patch);
      const kind = smoothedKind({ leftByBlur, leftByPatches }) ?? 'damage-like';
      return { kind, patch, reasons: { leftByBlur, leftByPatches } };
    }),
  ];
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
    return { ...patch, areaPixels };
  });
}

function strengthOf(residual: Residual, patch: Patch): number {
  const values: number[] = [];
  forEachPixel(patch, residual.multiples.width, (index) => values.push(residual.multiples.data[index] as number));
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * STRENGTH_QUANTILE)] ?? 0;
}

/** The patch's box in fractions of the copy; the frame is an upright, scaled part of the copy. */
function fractionOf(copy: DecodedImage, { frame }: Registration): (patch: Patch) => Region {
  const scale = workingScale(copy.width, copy.height);
  const width = Math.round(copy.width * scale);
  const height = Math.round(copy.height * scale);
  const frameToCopy = invert(frame.copyToFrame);
  return ({ left, top, width: patchWidth, height: patchHeight }) => {
    const [x0, y0] = applyTo(frameToCopy, left - 0.5, top - 0.5);
    const [x1, y1] = applyTo(frameToCopy, left + patchWidth - 0.5, top + patchHeight - 0.5);
    const clamp = (value: number): number => Math.min(1, Math.max(0, value));
    const x = clamp((x0 + 0.5) / width);
    const y = clamp((y0 + 0.5) / height);
    return { x, y, width: clamp((x1 + 0.5) / width) - x, height: clamp((y1 + 0.5) / height) - y };
  };
}

function countSet(mask: Mask): number {
  let count = 0;
  for (const value of mask.data) count += value;
  return count;
}
