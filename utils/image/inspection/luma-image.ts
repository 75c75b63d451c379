import type { DecodedImage } from '../decoded-image.ts';

/** Brightness, 0 to 255, row by row. */
export interface LumaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The BT.601 luma of RGBA pixels, as JPEG stores it. */
export function lumaImage({ width, height, rgba }: Pick<DecodedImage, 'width' | 'height' | 'rgba'>): LumaImage {
  const data = new Float32Array(width * height);
  for (let index = 0; index < data.length; index++) {
    const at = index * 4;
    data[index] = 0.299 * (rgba[at] as number) + 0.587 * (rgba[at + 1] as number) + 0.114 * (rgba[at + 2] as number);
  }
  return { width, height, data };
}
