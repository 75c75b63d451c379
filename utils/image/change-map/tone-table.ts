import type { Lab } from './aligned-pair.ts';
import { type Mask, type Plane, quantileOf, sampleSet, valuesAt } from './plane.ts';

/** Both pictures of a pair pixel on pixel, with what was predicted of the copy. */
export interface TonePair {
  readonly copy: Lab;
  /** The source with as much detail as the copy has kept. */
  readonly source: Lab;
  readonly predicted: Lab;
  readonly judged: Mask;
}

/** What became of each colour in the whole picture, beyond what was predicted of it. */
export interface ToneTable {
  /** The shift in L, a and b that pixels have in common whose colour in the source is that of this pixel, levels. */
  readonly shiftAt: (index: number) => readonly [number, number, number];
}

const SAMPLES = 150_000;
/** Levels that count as one colour. */
const LIGHTNESS_STEP = 8;
const CHROMA_STEP = 6;
/** More than there are steps along one channel. */
const BASE = 64;
const MIN_PIXELS = 8;
/** What fewer of them have is not what became of the colour, but of a place. */
const COMMON_SHARE = 0.8;

/** Learns it from the pair, damage and all: a place counts for no more than its share of a colour's pixels. */
export function toneTableOf(pair: TonePair): ToneTable {
  const pixelsByColour = new Map<number, number[]>();
  for (const index of sampleSet(pair.judged, SAMPLES)) {
    const [l, a, b] = stepsOf(pair, index);
    const colour = keyOf(Math.round(l), Math.round(a), Math.round(b));
    const pixels = pixelsByColour.get(colour);
    if (pixels) pixels.push(index);
    else pixelsByColour.set(colour, [index]);
  }
  const shifts = new Map<number, readonly number[]>();
  for (const [colour, pixels] of pixelsByColour)
    if (pixels.length >= MIN_PIXELS)
      shifts.set(
        colour,
        [0, 1, 2].map((channel) => commonPart(valuesAt(pixels, (index) => differenceAt(pair, channel, index)))),
      );
  return { shiftAt: (index) => interpolate(shifts, stepsOf(pair, index)) };
}

/** How far one channel of the copy lies from what was predicted, levels. */
export function differenceAt({ copy, predicted }: TonePair, channel: number, index: number): number {
  return ((copy[channel] as Plane).data[index] as number) - ((predicted[channel] as Plane).data[index] as number);
}

/** The colour that the source has at a pixel, in steps. */
function stepsOf({ source }: TonePair, index: number): [number, number, number] {
  const level = (channel: number): number => (source[channel] as Plane).data[index] as number;
  return [level(0) / LIGHTNESS_STEP, level(1) / CHROMA_STEP, level(2) / CHROMA_STEP];
}

function keyOf(l: number, a: number, b: number): number {
  return (l * BASE + a) * BASE + b;
}

/** The value nearest to none that the common share of the values reaches. */
function commonPart(values: Float32Array): number {
  const low = quantileOf(values, 1 - COMMON_SHARE);
  const high = quantileOf(values, COMMON_SHARE);
  return low > 0 ? low : Math.min(0, high);
}

/** Between the eight nearest colours, those that were seen often enough. */
function interpolate(
  shifts: ReadonlyMap<number, readonly number[]>,
  [l, a, b]: readonly [number, number, number],
): [number, number, number] {
  const [l0, a0, b0] = [Math.floor(l), Math.floor(a), Math.floor(b)];
  const sums: [number, number, number] = [0, 0, 0];
  let total = 0;
  for (let corner = 0; corner < 8; corner++) {
    const [i, j, k] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const shift = shifts.get(keyOf(l0 + i, a0 + j, b0 + k));
    if (!shift) continue;
    const weight = Math.abs(1 - i - (l - l0)) * Math.abs(1 - j - (a - a0)) * Math.abs(1 - k - (b - b0));
    total += weight;
    for (let channel = 0; channel < 3; channel++)
      sums[channel] = (sums[channel] as number) + weight * (shift[channel] as number);
  }
  return total === 0 ? sums : [sums[0] / total, sums[1] / total, sums[2] / total];
}
