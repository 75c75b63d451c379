import type { OpenCv } from '../../checks/open-cv.ts';
import { type FeatureRows, fitRobustLinear, predict } from './fit-robust-linear.ts';
import { growBox, maskOf, type Patch } from './patch.ts';
import { morph } from './plane.ts';
import { differenceAt, type TonePair, type ToneTable, toneTableOf } from './tone-table.ts';

/**
 * How much of a change is nothing but another tone, which conversions, filters and cut-off ranges make and nobody draws.
 * Damage is where the same colours next to it are not changed.
 */
export interface ToneExplanation {
  /** Share of the change that remains once each pixel is given what became of its colour in the whole picture, 0 to 1. */
  readonly leftByColour: number;
  /** The same once the patch and what surrounds it are given one tone, which may change slowly from place to place. */
  readonly leftBySlope: number;
}

/** Surroundings reach this share of the patch's longest side, and so many pixels at least. */
const SURROUNDINGS_SHARE = 0.6;
const MIN_SURROUNDINGS_PIXELS = 24;
/** Pixels of the patch and of its surroundings that the tone is fitted to, as many of either. */
const SAMPLES = 500;
const MIN_SAMPLES = 60;
const JUDGED_SAMPLES = 3000;
/** The middle of OpenCV's 8-bit scale of L, and of a and b. */
const MIDDLE = 128;
const FEATURES = 13;
const RIDGE = new Array<number>(FEATURES).fill(1e-3);

/** Asks of one patch after the other how much of it is tone; what concerns the whole pair is computed once, when first asked. */
export function toneExplainer(opencv: OpenCv, pair: TonePair): (patch: Patch) => ToneExplanation {
  let table: ToneTable | null = null;
  return (patch) => {
    table ??= toneTableOf(pair);
    const { inside, around } = pixelsOf(opencv, pair, patch);
    const changed = Math.max(
      1e-6,
      energyOf(pair, inside, () => [0, 0, 0]),
    );
    return {
      leftByColour: Math.min(1, energyOf(pair, inside, table.shiftAt) / changed),
      leftBySlope: Math.min(1, energyOf(pair, inside, slopeAt(pair, patch, inside, around)) / changed),
    };
  };
}

type ShiftAt = (index: number) => readonly [number, number, number];

/** What is left of the difference from what was predicted, squared and summed up, when each pixel is shifted. */
function energyOf(pair: TonePair, pixels: readonly number[], shiftAt: ShiftAt): number {
  let sum = 0;
  for (const index of pixels) {
    const shift = shiftAt(index);
    for (let channel = 0; channel < 3; channel++)
      sum += (differenceAt(pair, channel, index) - (shift[channel] as number)) ** 2;
  }
  return sum;
}

interface Pixels {
  readonly inside: readonly number[];
  readonly around: readonly number[];
}

/** Even samples of the patch's pixels and of those that surround it. */
function pixelsOf(opencv: OpenCv, { judged }: TonePair, patch: Patch): Pixels {
  const { width, height } = judged;
  const side = Math.max(patch.width, patch.height);
  const margin = Math.max(MIN_SURROUNDINGS_PIXELS, Math.round(SURROUNDINGS_SHARE * side));
  const box = growBox(patch, margin, width, height);
  const near = morph(opencv, maskOf(box), 'dilate', 2 * margin + 1).data;
  const inside: number[] = [];
  const around: number[] = [];
  for (let y = 0, at = 0; y < box.height; y++)
    for (let x = 0, index = (box.top + y) * width + box.left; x < box.width; x++, at++, index++)
      if (near[at] && judged.data[index]) (box.inside[at] ? inside : around).push(index);
  return { inside: evenly(inside, JUDGED_SAMPLES), around: evenly(around, SAMPLES) };
}

/** The one tone that fits the patch and its surroundings best; no shift at all where there is too little of either. */
function slopeAt(pair: TonePair, patch: Patch, inside: readonly number[], around: readonly number[]): ShiftAt {
  if (Math.min(inside.length, around.length) < MIN_SAMPLES) return () => [0, 0, 0];
  const samples = [...evenly(inside, SAMPLES), ...around];
  const features = featuresOf(pair, patch, samples);
  const weights = [0, 1, 2].map((channel) =>
    fitRobustLinear(
      features,
      Float64Array.from(samples, (index) => differenceAt(pair, channel, index)),
      RIDGE,
    ),
  );
  return (index) => {
    const row = featuresOf(pair, patch, [index]);
    const shiftOf = (channel: number): number => predict(row, 0, weights[channel] as number[]);
    return [shiftOf(0), shiftOf(1), shiftOf(2)];
  };
}

/** The place to the first order, the same in the proportion of the lightness, and the colour to the second order. */
function featuresOf({ source, judged }: TonePair, patch: Patch, pixels: readonly number[]): FeatureRows {
  const data = new Float64Array(pixels.length * FEATURES);
  let at = 0;
  for (const index of pixels) {
    const x = ((index % judged.width) - patch.left) / patch.width - 0.5;
    const y = (Math.floor(index / judged.width) - patch.top) / patch.height - 0.5;
    const [l, a, b] = source.map((plane) => ((plane.data[index] as number) - MIDDLE) / 100) as [number, number, number];
    const places = [1, x, y];
    for (const place of places) data[at++] = place;
    for (const place of places) data[at++] = place * l;
    for (const colour of [a, b, l * l, a * a, b * b, l * a, l * b]) data[at++] = colour;
  }
  return { columns: FEATURES, data };
}

function evenly(pixels: readonly number[], count: number): readonly number[] {
  const step = Math.max(1, Math.floor(pixels.length / count));
  return step === 1 ? pixels : pixels.filter((_, at) => at % step === 0);
}
