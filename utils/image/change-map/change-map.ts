import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import type { Region } from '../region.ts';
import { workingScale } from '../registration/gray-image.ts';
import { applyTo, invert } from '../registration/homography.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { type AlignedPair, alignPair, labDistance } from './aligned-pair.ts';
import { compensateTone } from './compensate-tone.ts';
import { MIN_COUNTED_STRENGTH } from './counting-limits.ts';
import { type ToneExplanation, toneExplainer } from './explain-by-tone.ts';
import { findFaint, findRegions } from './find-regions.ts';
import { findStrips } from './find-strips.ts';
import { matchBlur } from './match-blur.ts';
import { measureResidual, type Residual } from './measure-residual.ts';
import { forEachPixel, type Patch } from './patch.ts';
import { countSet, emptyMask, type Mask, quantileOf, sampleSet, valuesAt } from './plane.ts';
import { isOpenKind, type RegionKind } from './region-kind.ts';

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
  /** Share of the overlap inside damage-like and ambiguous regions, 0 to 1. */
  readonly changedFraction: number;
  /** Lab levels of difference that the whole pair shows anyway. */
  readonly backgroundResidual: number;
  /** Lab levels by which the copy's colours differ from the source's, the median. */
  readonly toneShift: number;
  /** The registration's frame, one byte a pixel: 0 for unchanged, else 1 + the index into `regions`. */
  readonly labels: Mask;
}

/** Least area of a region, as a share of what can be judged. */
const MIN_AREA_SHARE = 6e-4;
const MIN_JUDGED_PIXELS = 2000;
const STRENGTH_QUANTILE = 0.9;
const MAX_REGIONS = 250;
const TONE_SAMPLES = 5000;
/**
 * Share of what can be judged whose tone changed by place. Where it did, in a vignette or through a local filter, what it does not
 * explain may be more of the same. Of 170 added damages of grade proof one has any, 0.00075; three vignettes that were called
 * so had 0.0033, 0.063 and 0.074.
 */
const MIN_UNEVEN_TONE_SHARE = 2e-3;

/**
 * Maps what changed between the source and its registered copy, and tells what an honest buyer may have drawn from
 * what looks like damage. Null when too little of the overlap can be judged.
 * @param tones whether what another tone explains counts as well: where the source itself may be the altered one, all of the
 * damage's colours became others, as they do in a conversion
 */
export function mapChanges(
  opencv: OpenCv,
  listing: DecodedImage,
  copy: DecodedImage,
  registration: Registration,
  tones: 'left-out' | 'counted' = 'left-out',
): ChangeMap | null {
  const pair = alignPair(opencv, listing, copy, registration);
  const strips = findStrips(opencv, pair);
  const judged = withoutPixels(pair.covered, strips);
  const judgedPixels = countSet(judged);
  if (judgedPixels < MIN_JUDGED_PIXELS) return null;
  const source = matchBlur(opencv, pair, judged);
  const predicted = compensateTone(opencv, { ...pair, source }, judged);
  const residual = measureResidual(opencv, pair, predicted, judged);
  const toneOf = tones === 'counted' ? noTone : toneExplainer(opencv, { copy: pair.copy, source, predicted, judged });
  const minAreaPixels = Math.max(1, Math.round(MIN_AREA_SHARE * judgedPixels));
  const clear = findRegions(opencv, pair, predicted, residual, judged, toneOf, minAreaPixels);
  // Drawings and damage leave faint traces around them, so these are looked for where there is nothing else.
  const isQuiet = clear.every(
    ({ kind, patch }) => kind === 'rim' || (isOpenKind(kind) && strengthOf(residual, patch) < MIN_COUNTED_STRENGTH),
  );
  const faint = isQuiet ? findFaint(opencv, pair, predicted, residual, judged, toneOf, judgedPixels) : [];
  const found = faint.length > 0 ? faint : clear;
  const frameToFraction = fractionOf(copy, registration);
  const tonePixels = found.reduce((sum, { kind, patch }) => sum + (kind === 'tone' ? patch.areaPixels : 0), 0);
  const isToneUneven = tonePixels >= MIN_UNEVEN_TONE_SHARE * judgedPixels;
  const regions = found
    .map(({ kind, patch, reasons }) => ({
      kind: isToneUneven && kind === 'damage-like' ? ('ambiguous' as const) : kind,
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
    changedFraction: regions.reduce((sum, r) => sum + (isOpenKind(r.kind) ? r.areaFraction : 0), 0),
    backgroundResidual: residual.background,
    toneShift: toneShiftOf(pair, judged),
    labels: { width: pair.width, height: pair.height, data: labels },
  };
}

function noTone(): ToneExplanation {
  return { leftByColour: 1, leftBySlope: 1 };
}

/** How far conversions and filters changed the colours: the median distance, levels. */
function toneShiftOf({ source, copy }: AlignedPair, judged: Mask): number {
  const samples = sampleSet(judged, TONE_SAMPLES);
  return quantileOf(
    valuesAt(samples, (index) => labDistance(source, copy, index)),
    0.5,
  );
}

/** The mask less the pixels of another. */
function withoutPixels(mask: Mask, others: Mask): Mask {
  const rest = emptyMask(mask.width, mask.height);
  for (let index = 0; index < rest.data.length; index++)
    rest.data[index] = (mask.data[index] as number) & ~(others.data[index] as number);
  return rest;
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
