import type { LumaImage } from './luma-image.ts';

/** Levels of the step between neighbours that is not continued on either side, shown this many times as bright. */
const GAIN = 14;

/**
 * Steps between neighbouring pixels that do not go on beside them, brightened: the borders of JPEG blocks show as a grid,
 * and a part that was pasted in as one that lies elsewhere. 0 to 255.
 * Source: W. Li, Y. Yuan, N. Yu, "Passive detection of doctored JPEG image via block artifact grid extraction" (Signal
 * Processing 89, 2009).
 */
export function blockGrid({ width, height, data }: LumaImage): Uint8ClampedArray {
  const grid = new Uint8ClampedArray(width * height);
  for (let y = 2; y + 1 < height; y++)
    for (let x = 2; x + 1 < width; x++) {
      const at = y * width + x;
      grid[at] = GAIN * Math.max(stepAt(data, at, 1), stepAt(data, at, width));
    }
  return grid;
}

/** The step onto this pixel, less the steps before and after it; never under zero. */
function stepAt(data: Float32Array, at: number, stride: number): number {
  const step = Math.abs((data[at] as number) - (data[at - stride] as number));
  const before = Math.abs((data[at - stride] as number) - (data[at - 2 * stride] as number));
  const after = Math.abs((data[at + stride] as number) - (data[at] as number));
  return Math.max(0, step - Math.max(before, after));
}
