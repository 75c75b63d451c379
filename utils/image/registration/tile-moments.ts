import type { GrayImage } from './gray-image.ts';

/** Mean and standard deviation, gray levels, of the square tile whose top left corner is given. */
export function tileMoments(
  image: GrayImage,
  left: number,
  top: number,
  side: number,
): { readonly mean: number; readonly deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const value = image.data[y * image.width + x] as number;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / side ** 2;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / side ** 2 - mean * mean)) };
}
