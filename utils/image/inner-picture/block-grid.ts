import type { GrayPlane } from '../visible-marks/gray-plane.ts';

/** A picture in square blocks. */
export interface BlockGrid {
  /** In pixels; the last column and row may be cut. */
  readonly blockSize: number;
  readonly columns: number;
  readonly rows: number;
  /** 1 for a block with texture, row by row. */
  readonly isTextured: Uint8Array;
}

const BLOCKS_ON_SHORT_SIDE = 90;
const MIN_BLOCK_PIXELS = 6;
/** Range of gray levels within a block up to which it is flat: what JPEG leaves on a ground that software painted. */
const MAX_FLAT_RANGE = 6;

/** Which blocks of a picture have texture: photographs, text and icons have, grounds painted by software have none. */
export function blockGridOf(luma: GrayPlane): BlockGrid {
  const blockSize = Math.max(MIN_BLOCK_PIXELS, Math.round(Math.min(luma.width, luma.height) / BLOCKS_ON_SHORT_SIDE));
  const columns = Math.ceil(luma.width / blockSize);
  const rows = Math.ceil(luma.height / blockSize);
  const lowest = new Float32Array(columns * rows).fill(Number.POSITIVE_INFINITY);
  const highest = new Float32Array(columns * rows).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0, at = 0; y < luma.height; y++) {
    const row = Math.floor(y / blockSize) * columns;
    for (let x = 0; x < luma.width; x++, at++) {
      const block = row + Math.floor(x / blockSize);
      const value = luma.data[at] as number;
      if (value < (lowest[block] as number)) lowest[block] = value;
      if (value > (highest[block] as number)) highest[block] = value;
    }
  }
  const isTextured = Uint8Array.from(lowest, (low, block) =>
    (highest[block] as number) - low > MAX_FLAT_RANGE ? 1 : 0,
  );
  return { blockSize, columns, rows, isTextured };
}
