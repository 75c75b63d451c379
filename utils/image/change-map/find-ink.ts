import { type AlignedPair, type Lab, labDistance } from './aligned-pair.ts';
import { forEachPixel, type Patch } from './patch.ts';
import { quantileOf, valuesAt } from './plane.ts';

/** Pens write in vivid colours, in white or in black; a bar may have any colour. */
export type InkTone = 'vivid' | 'white' | 'dark' | 'any';

/** The one colour that a drawing tool put on a picture. */
export interface Ink {
  readonly rgb: readonly [number, number, number];
  readonly tone: InkTone;
  /** Share of the patch's most changed pixels that have this colour, 0 to 1. */
  readonly share: number;
  /** Median distance of those pixels from the colour, levels. */
  readonly spread: number;
  /** Median distance of those pixels from what the source has there, Lab levels. */
  readonly contrast: number;
  /** Share of the source that has this colour too, 0 to 1. */
  readonly ownShare: number;
  /** Most of those pixels are a darker shade of the hue that the source has there. */
  readonly isDarkerShade: boolean;
}

/** Bins of 32 levels a channel find the colour; pixels within 48 levels of it in every channel have it. */
const BIN_SHIFT = 5;
const BINS = 8;
const MAX_DISTANCE = 48;
/** HSV saturation and value (of 255) of the pens of phones and chat apps, less what compression takes: stains are duller. */
const MIN_SATURATION = 145;
const MIN_VALUE = 150;
/** A brighter colour may be paler, after an app has turned the colours down: no stain on anything is that bright. */
const MIN_PALE_SATURATION = 105;
const MIN_BRIGHT_VALUE = 190;
const MIN_WHITE = 228;
const MAX_DARK = 70;
const MIN_PIXELS = 30;
/** Lab levels of colour from which a hue is clear, and the cosine of the angle within which two hues are one. */
const MIN_CHROMA = 18;
const MIN_HUE_COSINE = Math.cos(Math.PI / 9);
const MIN_DARKER_LEVELS = 8;
/** Lab levels within which a colour of the source is the ink's. */
const MAX_OWN_LEVELS = 14;
const OWN_SAMPLES = 20_000;
/** The middle of OpenCV's 8-bit scale of a and b. */
const NEUTRAL = 128;
/** The core of a patch: pixels that changed this much of what its most changed pixels did. */
const CORE_SHARE = 0.45;
const CORE_QUANTILE = 0.95;

/**
 * The commonest colour of each tone among the patch's most changed pixels; the paler ones around them are what scaling
 * and 4:2:0 compression smear.
 */
export function findInks(pair: AlignedPair, predicted: Lab, patch: Patch, multiples: Float32Array): Ink[] {
  const changes: number[] = [];
  forEachPixel(patch, pair.width, (index) => changes.push(multiples[index] as number));
  const limit = CORE_SHARE * quantileOf(Float32Array.from(changes), CORE_QUANTILE);
  const core: number[] = [];
  forEachPixel(patch, pair.width, (index) => {
    if ((multiples[index] as number) >= limit) core.push(index);
  });
  return (['vivid', 'white', 'dark', 'any'] as const)
    .map((tone) => inkOfTone(pair, predicted, core, tone))
    .filter((ink) => ink !== null);
}

/** Whether the pixel has the ink's colour. */
export function hasInk(copyRgb: Uint8Array, index: number, ink: Pick<Ink, 'rgb'>): boolean {
  const [red, green, blue] = ink.rgb;
  const at = index * 3;
  return (
    Math.abs((copyRgb[at] as number) - red) <= MAX_DISTANCE &&
    Math.abs((copyRgb[at + 1] as number) - green) <= MAX_DISTANCE &&
    Math.abs((copyRgb[at + 2] as number) - blue) <= MAX_DISTANCE
  );
}

function inkOfTone(
  { copyRgb: rgb, copy }: AlignedPair,
  predicted: Lab,
  strong: readonly number[],
  tone: InkTone,
): Ink | null {
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
  const distances = near.map((index) =>
    Math.hypot(...colour.map((level, c) => (rgb[index * 3 + c] as number) - level)),
  );
  return {
    rgb: colour,
    tone,
    share: near.length / strong.length,
    spread: quantileOf(Float32Array.from(distances), 0.5),
    contrast: quantileOf(
      valuesAt(near, (index) => labDistance(copy, predicted, index)),
      0.5,
    ),
    ownShare: ownShareOf(copy, predicted, near),
    isDarkerShade: 2 * near.filter((index) => isDarkerShade(copy, predicted, index)).length > near.length,
  };
}

/** Share of what the source shows that is as near to the mean colour of these pixels as paint is to itself. */
function ownShareOf(copy: Lab, predicted: Lab, pixels: readonly number[]): number {
  const mean = copy.map(
    (plane) => pixels.reduce((sum, index) => sum + (plane.data[index] as number), 0) / pixels.length,
  ) as [number, number, number];
  const [{ data: l }, { data: a }, { data: b }] = predicted;
  const step = Math.max(1, Math.floor(l.length / OWN_SAMPLES));
  let own = 0;
  let count = 0;
  for (let index = 0; index < l.length; index += step, count++) {
    const [dl, da, db] = [
      (l[index] as number) - mean[0],
      (a[index] as number) - mean[1],
      (b[index] as number) - mean[2],
    ];
    if (dl * dl + da * da + db * db <= MAX_OWN_LEVELS ** 2) own++;
  }
  return own / Math.max(1, count);
}

function isDarkerShade([copyL, copyA, copyB]: Lab, [sourceL, sourceA, sourceB]: Lab, index: number): boolean {
  const ofCopy = [(copyA.data[index] as number) - NEUTRAL, (copyB.data[index] as number) - NEUTRAL] as const;
  const ofSource = [(sourceA.data[index] as number) - NEUTRAL, (sourceB.data[index] as number) - NEUTRAL] as const;
  const isDarker = (copyL.data[index] as number) < (sourceL.data[index] as number) - MIN_DARKER_LEVELS;
  const chromas = [Math.hypot(...ofCopy), Math.hypot(...ofSource)] as const;
  const along = ofCopy[0] * ofSource[0] + ofCopy[1] * ofSource[1];
  return isDarker && Math.min(...chromas) >= MIN_CHROMA && along >= MIN_HUE_COSINE * chromas[0] * chromas[1];
}

function hasTone(rgb: Uint8Array, index: number, tone: InkTone): boolean {
  const channels = [rgb[index * 3], rgb[index * 3 + 1], rgb[index * 3 + 2]] as [number, number, number];
  const highest = Math.max(...channels);
  const lowest = Math.min(...channels);
  if (tone === 'any') return true;
  if (tone === 'white') return lowest >= MIN_WHITE;
  if (tone === 'dark') return highest <= MAX_DARK;
  return isVivid(channels);
}

/** Whether an RGB colour is as bright and pure as a drawing tool's. */
export function isVivid(rgb: readonly number[]): boolean {
  const highest = Math.min(255, Math.max(...rgb));
  const saturation = (255 * (highest - Math.max(0, Math.min(...rgb)))) / Math.max(1, highest);
  return (
    (highest >= MIN_VALUE && saturation >= MIN_SATURATION) ||
    (highest >= MIN_BRIGHT_VALUE && saturation >= MIN_PALE_SATURATION)
  );
}

function meanColour(rgb: Uint8Array, indices: readonly number[]): [number, number, number] {
  const mean = (channel: number): number =>
    indices.reduce((sum, index) => sum + (rgb[index * 3 + channel] as number), 0) / indices.length;
  return [mean(0), mean(1), mean(2)];
}
