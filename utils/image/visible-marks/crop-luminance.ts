import type { DecodedImage } from '../decoded-image.ts';
import { instantiateWasm } from '../instantiate-wasm.ts';
import { CROP_LUMINANCE_MODULE } from './crop-luminance-module.ts';
import type { GrayPlane, PixelBox } from './gray-plane.ts';

/**
 * What the plane is to show best. A mark is gray: on a coloured ground a bright one stands out in the smallest of the
 * three channels and a dark one in the largest, more than in luma.
 */
export type ContrastFor = 'all' | 'bright' | 'dark';

/** The exports of crop-luminance.wat, which says what they mean. */
interface LumaRows {
  readonly memory: WebAssembly.Memory;
  lumaOfRow(rgba: number, pixels: number, channel: number, output: number): void;
  addRow(row: number, weight: number, sums: number, values: number): void;
}

const CHANNEL: Readonly<Record<ContrastFor, number>> = { all: 0, bright: 1, dark: 2 };
const PAGE_BYTES = 65_536;
/** Four pixels and four floats. */
const GROUP_BYTES = 16;

/** Started when first needed: what only imports this file (a page that lists the checks) needs none of it. */
let started: LumaRows | null = null;

/**
 * ITU-R BT.601 luma (0 to 255) of a part of a picture on a white page, brought to another size: the mean of the source
 * pixels under each new pixel where it shrinks, bilinear between them where it grows.
 * @param box the part, in pixels of the picture; it lies inside it and is not empty
 * @param scale new pixels per source pixel, above 0
 * @param contrastFor for `bright` and `dark`, the mean of luma and of the channel in which gray ink stands out
 */
export function cropLuminance(
  pixels: DecodedImage,
  box: PixelBox,
  scale: number,
  contrastFor: ContrastFor = 'all',
): GrayPlane {
  const sourceWidth = box.right - box.left;
  const sourceHeight = box.bottom - box.top;
  const width = Math.max(1, Math.round(sourceWidth * scale));
  const height = Math.max(1, Math.round(sourceHeight * scale));
  const columns = joined(resampleWeights(sourceWidth, width));
  const data = new Float32Array(width * height);
  const rows = resampleWeights(sourceHeight, height);
  const luma = lumaRows(pixels, box, contrastFor, Math.max(...rows.map(({ weights }) => weights.length)));
  for (const [y, row] of rows.entries()) narrow(luma.sumOf(row), columns, data.subarray(y * width, (y + 1) * width));
  return { width, height, data };
}

/**
 * Luma row by row, each computed once and forgotten soon: the rows that are asked for never go up.
 * @param kept so many rows are summed at once
 */
function lumaRows(
  { rgba, width: pictureWidth }: DecodedImage,
  { left, right, top }: PixelBox,
  contrastFor: ContrastFor,
  kept: number,
): { sumOf(taps: Taps): Float32Array } {
  const width = right - left;
  const rowBytes = GROUP_BYTES * Math.ceil(width / 4);
  const sumsAt = rowBytes;
  const lumaAt = (row: number): number => (2 + (row % kept)) * rowBytes;
  started ??= instantiateWasm(CROP_LUMINANCE_MODULE) as unknown as LumaRows;
  const { memory, lumaOfRow, addRow } = started;
  const missing = (2 + kept) * rowBytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const source = new Uint8ClampedArray(memory.buffer, 0, rowBytes);
  const sums = new Float32Array(memory.buffer, sumsAt, width);
  let next = 0;
  return {
    sumOf({ first, weights }) {
      sums.fill(0);
      for (const [tap, weight] of weights.entries()) {
        const row = first + tap;
        if (row >= next) {
          const at = 4 * ((top + row) * pictureWidth + left);
          source.set(rgba.subarray(at, at + 4 * width));
          lumaOfRow(0, width, CHANNEL[contrastFor], lumaAt(row));
          next = row + 1;
        }
        addRow(lumaAt(row), weight, sumsAt, width);
      }
      return sums;
    },
  };
}

/** For each new pixel the source pixels that count for it, in one array of all weights. */
interface JoinedTaps {
  readonly firsts: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float64Array;
}

function joined(taps: readonly Taps[]): JoinedTaps {
  return {
    firsts: Int32Array.from(taps, ({ first }) => first),
    counts: Int32Array.from(taps, ({ weights }) => weights.length),
    weights: Float64Array.from(taps.flatMap(({ weights }) => weights)),
  };
}

/** Brings a row to as many values as there are columns. */
function narrow(row: Float32Array, { firsts, counts, weights }: JoinedTaps, output: Float32Array): void {
  for (let column = 0, tap = 0; column < firsts.length; column++) {
    let at = firsts[column] as number;
    let sum = 0;
    for (const end = tap + (counts[column] as number); tap < end; tap++, at++)
      sum += (row[at] as number) * (weights[tap] as number);
    output[column] = sum;
  }
}

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Triangle filter, as wide as a new pixel where it shrinks and as a source pixel where it grows. */
function resampleWeights(from: number, to: number): Taps[] {
  const step = from / to;
  const radius = Math.max(1, step);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * step - 0.5;
    // Those at the very end of the radius weigh nothing; one nearer than half a pixel is always there.
    const first = Math.max(0, Math.floor(centre - radius) + 1);
    const last = Math.min(from - 1, Math.ceil(centre + radius) - 1);
    const raw = Array.from({ length: last - first + 1 }, (_, tap) => 1 - Math.abs(first + tap - centre) / radius);
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: raw.map((weight) => weight / total) };
  });
}
