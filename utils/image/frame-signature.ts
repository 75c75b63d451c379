import type { DecodedImage } from './decoded-image.ts';

/** Blocks a side: small shakes of a hand stay within a block, another view changes most of them. */
export const SIGNATURE_SIDE = 16;

/** What tells one frame of a video from another. */
export interface FrameSignature {
  /** `SIGNATURE_SIDE`² block means of luma less their own mean, row by row: changes of exposure cancel out. */
  readonly blocks: Float32Array;
  /** Mean square of the Laplacian of luma (Pech-Pacheco et al., ICPR 2000): the larger, the less blurred. */
  readonly sharpness: number;
}

/** @param image a small version of the frame, at least `SIGNATURE_SIDE` pixels a side */
export function frameSignature({ width, height, rgba }: DecodedImage): FrameSignature {
  const luma = new Float32Array(width * height);
  for (let place = 0; place < luma.length; place++) {
    const at = place * 4;
    // ITU-R BT.601.
    luma[place] = 0.299 * (rgba[at] as number) + 0.587 * (rgba[at + 1] as number) + 0.114 * (rgba[at + 2] as number);
  }
  return { blocks: blockMeans(luma, width, height), sharpness: sharpnessOf(luma, width, height) };
}

/** Mean absolute difference of two frames' blocks, in levels of 255. */
export function frameDifference(a: FrameSignature, b: FrameSignature): number {
  let sum = 0;
  for (let place = 0; place < a.blocks.length; place++)
    sum += Math.abs((a.blocks[place] as number) - (b.blocks[place] as number));
  return sum / a.blocks.length;
}

function blockMeans(luma: Float32Array, width: number, height: number): Float32Array {
  const sums = new Float32Array(SIGNATURE_SIDE ** 2);
  const counts = new Float32Array(SIGNATURE_SIDE ** 2);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * SIGNATURE_SIDE) / height) * SIGNATURE_SIDE;
    for (let x = 0; x < width; x++) {
      const block = row + Math.floor((x * SIGNATURE_SIDE) / width);
      sums[block] = (sums[block] as number) + (luma[y * width + x] as number);
      counts[block] = (counts[block] as number) + 1;
    }
  }
  const means = sums.map((sum, block) => sum / Math.max(1, counts[block] as number));
  const mean = means.reduce((total, value) => total + value, 0) / means.length;
  return means.map((value) => value - mean);
}

function sharpnessOf(luma: Float32Array, width: number, height: number): number {
  let sum = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const laplacian =
        4 * (luma[at] as number) -
        (luma[at - 1] as number) -
        (luma[at + 1] as number) -
        (luma[at - width] as number) -
        (luma[at + width] as number);
      sum += laplacian ** 2;
    }
  }
  return sum / Math.max(1, (width - 2) * (height - 2));
}
