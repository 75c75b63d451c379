import { BLOCK, restoreBlock, transformBlock } from '../jpeg/dct8.ts';
import { ZIGZAG } from '../jpeg/zigzag.ts';
import { luminanceTable } from '../quantisation-tables.ts';
import type { LumaImage } from './luma-image.ts';

/** The save that the picture is compared with. */
const QUALITY = 90;
/** Difference levels are shown this many times as bright. */
const GAIN = 36;

/**
 * How much each pixel would change if the picture were saved as JPEG once more, brightened; 0 to 255.
 * Source: N. Krawetz, "A picture's worth: digital image analysis and forensics" (Black Hat, 2007).
 */
export function errorLevel({ width, height, data }: LumaImage): Uint8ClampedArray {
  const levels = new Uint8ClampedArray(width * height);
  const table = luminanceTable(QUALITY);
  const block = new Float64Array(BLOCK * BLOCK);
  for (let top = 0; top + BLOCK <= height; top += BLOCK)
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      const at = (index: number): number => (top + Math.floor(index / BLOCK)) * width + left + (index % BLOCK);
      for (let index = 0; index < block.length; index++) block[index] = (data[at(index)] as number) - 128;
      transformBlock(block);
      for (const [place, index] of ZIGZAG.entries()) {
        const step = table[place] as number;
        block[index] = Math.round((block[index] as number) / step) * step;
      }
      restoreBlock(block);
      for (let index = 0; index < block.length; index++)
        levels[at(index)] = GAIN * Math.abs((block[index] as number) + 128 - (data[at(index)] as number));
    }
  return levels;
}
