import { instantiateWasm } from '../instantiate-wasm.ts';
import { REDUCE_BY_AREA_MODULE } from './reduce-by-area-module.ts';

/** The export of reduce-by-area.wat, which says what it means. */
interface Reduction {
  readonly memory: WebAssembly.Memory;
  reduceByArea(
    columnTaps: number,
    columnCounts: number,
    rowTaps: number,
    rowCounts: number,
    sums: number,
    output: number,
    rowBytes: number,
    height: number,
  ): void;
}

interface ColourImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

const PIXEL_BYTES = 4;
const TAP_BYTES = 8;
const PAGE_BYTES = 65_536;
/** Less of a pixel than this does not count, as in OpenCV. */
const MIN_SHARE = 1e-3;

/** Started when first needed: what only imports this file (a page that lists the checks) needs none of it. */
let started: Reduction | null = null;

/** Whether `reduceByArea` can bring a picture to this size: smaller, and not in whole numbers of pixels. */
export function canReduce({ width, height }: ColourImage, newWidth: number, newHeight: number): boolean {
  const [x, y] = [stepOf(width, newWidth), stepOf(height, newHeight)];
  // OpenCV takes another way where whole pixels are joined, and another one where a picture does not shrink.
  return x >= 1 && y >= 1 && !(isWhole(x) && isWhole(y));
}

/**
 * A picture at a smaller size, as `cv::resize` with `INTER_AREA` makes it, in a fraction of the time.
 * @returns RGBA; valid until the next call
 */
export function reduceByArea({ width, height, rgba }: ColourImage, newWidth: number, newHeight: number): Uint8Array {
  const columns = tapsOf(width, newWidth);
  const rows = tapsOf(height, newHeight);
  const columnTapsAt = 0;
  const rowTapsAt = columnTapsAt + columns.places.length * TAP_BYTES;
  const columnCountsAt = rowTapsAt + rows.places.length * TAP_BYTES;
  const rowCountsAt = columnCountsAt + columns.counts.length * 4;
  const sumsAt = rowCountsAt + rows.counts.length * 4;
  const outputAt = sumsAt + newWidth * 16;
  const inputAt = outputAt + newWidth * newHeight * PIXEL_BYTES;
  started ??= instantiateWasm(REDUCE_BY_AREA_MODULE) as unknown as Reduction;
  const { memory } = started;
  const missing = inputAt + rgba.length - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const view = new DataView(memory.buffer);
  writeTaps(columnTapsAt, columns, (place) => place * PIXEL_BYTES);
  writeTaps(rowTapsAt, rows, (place) => inputAt + place * width * PIXEL_BYTES);
  new Int32Array(memory.buffer, columnCountsAt, columns.counts.length).set(columns.counts);
  new Int32Array(memory.buffer, rowCountsAt, rows.counts.length).set(rows.counts);
  new Uint8Array(memory.buffer, inputAt, rgba.length).set(rgba);
  const rowBytes = newWidth * PIXEL_BYTES;
  started.reduceByArea(columnTapsAt, columnCountsAt, rowTapsAt, rowCountsAt, sumsAt, outputAt, rowBytes, newHeight);
  return new Uint8Array(memory.buffer, outputAt, newWidth * newHeight * PIXEL_BYTES);

  function writeTaps(address: number, { places, shares }: Taps, bytesOf: (place: number) => number): void {
    for (let tap = 0; tap < places.length; tap++) {
      view.setInt32(address + tap * TAP_BYTES, bytesOf(places[tap] as number), true);
      view.setFloat32(address + tap * TAP_BYTES + 4, shares[tap] as number, true);
    }
  }
}

/** Which pixels of a line lie under each of the new ones, and with what share of it. */
interface Taps {
  readonly places: readonly number[];
  readonly shares: readonly number[];
  /** How many of them each new pixel has. */
  readonly counts: readonly number[];
}

function tapsOf(length: number, newLength: number): Taps {
  const step = stepOf(length, newLength);
  const places: number[] = [];
  const shares: number[] = [];
  const counts: number[] = [];
  for (let index = 0; index < newLength; index++) {
    const before = places.length;
    const from = index * step;
    const to = from + step;
    const span = Math.min(step, length - from);
    const last = Math.min(Math.floor(to), length - 1);
    const first = Math.min(Math.ceil(from), last);
    if (first - from > MIN_SHARE) add(first - 1, (first - from) / span);
    for (let place = first; place < last; place++) add(place, 1 / span);
    if (to - last > MIN_SHARE) add(last, Math.min(to - last, 1, span) / span);
    counts.push(places.length - before);
  }
  return { places, shares, counts };

  function add(place: number, share: number): void {
    places.push(place);
    shares.push(share);
  }
}

/** Pixels under one new pixel, rounded as OpenCV rounds it. */
function stepOf(length: number, newLength: number): number {
  return 1 / (newLength / length);
}

function isWhole(step: number): boolean {
  return Math.abs(step - Math.round(step)) < Number.EPSILON;
}
