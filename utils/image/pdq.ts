import { dct64 } from './dct64.ts';
import type { DecodedImage } from './decoded-image.ts';
import { downsampleByTent } from './jarosz-filter.ts';
import { luminanceOf } from './luminance.ts';

/** Distance up to which two hashes count as the same picture: the published threshold (ThreatExchange, pdq/README). */
export const PDQ_SAME_BITS = 31;
/** A hash of this quality or less says too little to be compared: the published threshold (ThreatExchange, pdq/README). */
export const PDQ_UNUSABLE_QUALITY = 49;

export const PDQ_WORDS = 8;
const SIDE = 64;
const FREQUENCIES = 16;
const BITS = FREQUENCIES * FREQUENCIES;
/** Wider or higher pictures are sampled to this many pixels on both sides before they are filtered. */
const REDUCED_SIDE = 512;
/** Below this many pixels a side there is no hash. */
const MIN_SIDE = 5;
/** Sum of the quantised gradients that makes one point of quality. */
const GRADIENT_PER_QUALITY = 90;

export interface Pdq {
  /** 256 bits, the first word the most significant; all zero for a picture too small to hash. */
  readonly hash: Uint32Array;
  /** 0 (flat) to 100 (rich in detail). */
  readonly quality: number;
  /**
   * The hashes of the picture turned: as it is, turned by 90°, 180° and 270° anticlockwise, flipped top to bottom, flipped
   * left to right, and mirrored on its two diagonals. The first is `hash`.
   */
  readonly orientations: readonly Uint32Array[];
}

/** How each orientation's spectrum follows from the original's: transposed or not, and which frequencies change sign. */
const ORIENTATIONS: readonly { transposed: boolean; isNegated: (v: number, u: number) => boolean }[] = [
  { transposed: false, isNegated: () => false },
  { transposed: true, isNegated: (_v, u) => u % 2 === 0 },
  { transposed: false, isNegated: (v, u) => (v + u) % 2 === 1 },
  { transposed: true, isNegated: (v) => v % 2 === 0 },
  { transposed: false, isNegated: (v) => v % 2 === 0 },
  { transposed: false, isNegated: (_v, u) => u % 2 === 0 },
  { transposed: true, isNegated: () => false },
  { transposed: true, isNegated: (v, u) => (v + u) % 2 === 1 },
];

/**
 * The PDQ perceptual hash of a picture, equal bit by bit to the reference implementation on the same pixels.
 * Source: Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (2019);
 * facebook/ThreatExchange, pdq/cpp.
 */
export function pdqOf(pixels: DecodedImage): Pdq {
  if (pixels.width < MIN_SIDE || pixels.height < MIN_SIDE) {
    const empty = new Uint32Array(PDQ_WORDS);
    return { hash: empty, quality: 0, orientations: ORIENTATIONS.map(() => empty) };
  }
  const samples = reducedLuminance(pixels);
  const spectrum = dct64(samples);
  const orientations = ORIENTATIONS.map((orientation) => hashOf(turned(spectrum, orientation)));
  return { hash: orientations[0] as Uint32Array, quality: qualityOf(samples), orientations };
}

/** Number of bits in which two hashes of the same length differ. */
export function distanceBits(a: Uint32Array, b: Uint32Array): number {
  let distance = 0;
  for (let word = 0; word < a.length; word++) distance += bitCount((a[word] as number) ^ (b[word] as number));
  return distance;
}

/** The smallest of the distances between `hash` and each of `orientations`. */
export function nearestOrientationBits(orientations: readonly Uint32Array[], hash: Uint32Array): number {
  return Math.min(...orientations.map((orientation) => distanceBits(orientation, hash)));
}

/** 64 lower-case hex digits, as every PDQ implementation writes a hash. */
export function pdqToHex(hash: Uint32Array): string {
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

/**
 * Reads 64 hex digits.
 * @throws Error for anything else
 */
export function pdqFromHex(hex: string): Uint32Array {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`Not a PDQ hash: ${hex}`);
  return Uint32Array.from({ length: PDQ_WORDS }, (_, word) => Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16));
}

function reducedLuminance(pixels: DecodedImage): Float32Array {
  const isLarge = pixels.width > REDUCED_SIDE || pixels.height > REDUCED_SIDE;
  const width = isLarge ? REDUCED_SIDE : pixels.width;
  const height = isLarge ? REDUCED_SIDE : pixels.height;
  const luma = luminanceOf(pixels, width, height);
  return width === SIDE && height === SIDE ? luma : downsampleByTent(luma, width, height, SIDE);
}

/** Sum of the gradients of the reduced picture, each in whole percent of full contrast so that faint noise adds nothing. */
function qualityOf(samples: Float32Array): number {
  let sum = 0;
  const gradient = (a: number, b: number) =>
    Math.abs(Math.trunc((((samples[a] as number) - (samples[b] as number)) * 100) / 255));
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = y * SIDE + x;
      if (y + 1 < SIDE) sum += gradient(at, at + SIDE);
      if (x + 1 < SIDE) sum += gradient(at, at + 1);
    }
  }
  return Math.min(100, Math.floor(sum / GRADIENT_PER_QUALITY));
}

function turned(spectrum: Float32Array, { transposed, isNegated }: (typeof ORIENTATIONS)[number]): Float32Array {
  const result = new Float32Array(BITS);
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      const value = spectrum[v * FREQUENCIES + u] as number;
      result[transposed ? u * FREQUENCIES + v : v * FREQUENCIES + u] = isNegated(v, u) ? -value : value;
    }
  }
  return result;
}

/** One bit a frequency: whether it is above the (lower) median. Frequency 0 is the last bit of the last word. */
function hashOf(spectrum: Float32Array): Uint32Array {
  const median = spectrum.slice().sort()[BITS / 2 - 1] as number;
  const hash = new Uint32Array(PDQ_WORDS);
  for (let bit = 0; bit < BITS; bit++) {
    const word = PDQ_WORDS - 1 - (bit >>> 5);
    if ((spectrum[bit] as number) > median) hash[word] = ((hash[word] as number) | (1 << (bit & 31))) >>> 0;
  }
  return hash;
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
