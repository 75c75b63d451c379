import { BLOCK } from '../jpeg/dct8.ts';
import type { LumaImage } from './luma-image.ts';

/** Below and above these levels a sensor or an editor has clipped, and nothing is left to inspect. */
const DARKEST = 6;
const LIGHTEST = 249;
const MAX_CLIPPED_SHARE = 0.25;
/** Gray levels of deviation: below it, compression has taken whatever there was. */
const MIN_DEVIATION = 0.9;

/**
 * Where inspecting single pixels can say anything: 1 for each block of 8 × 8 that is neither clipped nor flat.
 * Single blocks follow their neighbours, since one block alone is no place to judge. Incomplete blocks at the right and
 * lower rim are left out.
 */
export function reliableBlocks({ width, height, data }: LumaImage): Uint8Array {
  const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)];
  const reliable = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [sum, squares, clipped] = [0, 0, 0];
      for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++)
        for (let at = y * width + column * BLOCK, end = at + BLOCK; at < end; at++) {
          const value = data[at] as number;
          sum += value;
          squares += value * value;
          if (value < DARKEST || value > LIGHTEST) clipped++;
        }
      const count = BLOCK * BLOCK;
      const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
      reliable[row * columns + column] = deviation >= MIN_DEVIATION && clipped <= MAX_CLIPPED_SHARE * count ? 1 : 0;
    }
  return smoothed(reliable, columns, rows);
}

/** Each block becomes what most of the three by three around it are. */
function smoothed(blocks: Uint8Array, columns: number, rows: number): Uint8Array {
  return blocks.map((_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    let [set, count] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        set += blocks[y * columns + x] as number;
        count++;
      }
    return 2 * set > count ? 1 : 0;
  });
}
