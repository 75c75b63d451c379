import type { LumaImage } from './luma-image.ts';

/** Levels around middle gray are shown this many times as strong. */
const GAIN = 10;
const MIDDLE = 128;

/** What is left of a picture when its 3 × 3 median is taken away, around middle gray; 0 to 255. */
export function noiseResidual({ width, height, data }: LumaImage): Uint8ClampedArray {
  const residual = new Uint8ClampedArray(width * height).fill(MIDDLE);
  const around = new Float32Array(9);
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const at = y * width + x;
      for (let index = 0; index < 9; index++)
        around[index] = data[at + (Math.floor(index / 3) - 1) * width + (index % 3) - 1] as number;
      around.sort();
      residual[at] = MIDDLE + GAIN * ((data[at] as number) - (around[4] as number));
    }
  return residual;
}
