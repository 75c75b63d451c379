import type { AlignedPair } from './aligned-pair.ts';
import { forEachPixel, type Patch } from './patch.ts';

/** The one colour that a drawing tool put on a picture. */
export interface Ink {
  readonly rgb: readonly [number, number, number];
  readonly tone: 'saturated' | 'white' | 'dark';
  /** Share of the patch's strongly changed pixels that have this colour, 0 to 1. */
  readonly share: number;
  /** RMS distance of those pixels from the colour, levels. */
  readonly spread: number;
}

/** Bins of 32 levels a channel find the colour; pixels within 48 levels of it in every channel have it. */
const BIN_SHIFT = 5;
const BINS = 8;
const MAX_DISTANCE = 48;
/** HSV saturation (of 255) and value above which a colour is a drawing tool's rather than a thing's. */
const MIN_SATURATION = 110;
const MIN_VALUE = 100;
const MIN_WHITE = 228;
const MAX_DARK = 70;
const MIN_PIXELS = 30;

/** The commonest pure colour among the pixels of the patch that `isStrong` picks; null when there is none. */
export function findInk(pair: AlignedPair, patch: Patch, isStrong: (index: number) => boolean): Ink | null {
  const strong: number[] = [];
  forEachPixel(patch, pair.width, (index) => {
    if (isStrong(index)) strong.push(index);
  });
  const candidates = (['saturated', 'white', 'dark'] as const)
    .map((tone) => inkOfTone(pair.copyRgb, strong, tone))
    .filter((ink) => ink !== null);
  return candidates.sort((a, b) => b.share - a.share)[0] ?? null;
}

/** Whether the pixel has the ink's colour. */
export function hasInk(copyRgb: Uint8Array, index: number, ink: Pick<Ink, 'rgb'>): boolean {
  return ink.rgb.every((level, channel) => Math.abs((copyRgb[index * 3 + channel] as number) - level) <= MAX_DISTANCE);
}

function inkOfTone(rgb: Uint8Array, strong: readonly number[], tone: Ink['tone']): Ink | null {
  const pure = strong.filter((index) => hasTone(rgb, index, tone));
  const bins = new Map<number, number[]>();
  for (const index of pure) {
    const key = [0, 1, 2].reduce((sum, channel) => sum * BINS + ((rgb[index * 3 + channel] as number) >> BIN_SHIFT), 0);
    const bin = bins.get(key);
    if (bin) bin.push(index);
    else bins.set(key, [index]);
  }
  const fullest = [...bins.values()].sort((a, b) => b.length - a.length)[0];
  if (!fullest || pure.length < MIN_PIXELS) return null;
  const near = strong.filter((index) => hasInk(rgb, index, { rgb: meanColour(rgb, fullest) }));
  const colour = meanColour(rgb, near);
  const squares = near.reduce(
    (sum, index) => sum + colour.reduce((s, level, c) => s + ((rgb[index * 3 + c] as number) - level) ** 2, 0),
    0,
  );
  return { rgb: colour, tone, share: near.length / strong.length, spread: Math.sqrt(squares / near.length) };
}

function hasTone(rgb: Uint8Array, index: number, tone: Ink['tone']): boolean {
  const channels = [rgb[index * 3], rgb[index * 3 + 1], rgb[index * 3 + 2]] as [number, number, number];
  const highest = Math.max(...channels);
  const lowest = Math.min(...channels);
  if (tone === 'white') return lowest >= MIN_WHITE;
  if (tone === 'dark') return highest <= MAX_DARK;
  return highest >= MIN_VALUE && (255 * (highest - lowest)) / highest >= MIN_SATURATION;
}

function meanColour(rgb: Uint8Array, indices: readonly number[]): [number, number, number] {
  const mean = (channel: number): number =>
    indices.reduce((sum, index) => sum + (rgb[index * 3 + channel] as number), 0) / indices.length;
  return [mean(0), mean(1), mean(2)];
}
