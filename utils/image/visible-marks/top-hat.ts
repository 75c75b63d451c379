import type { GrayPlane } from './gray-plane.ts';

/**
 * What is brighter (or darker) than its surroundings and narrower than `size` in both directions: the plane minus its
 * opening, or its closing minus the plane. A step from one ground to another leaves nothing, unlike with a mean.
 * Source: Meyer, "Iterative image transformations for an automatic screening of cervical smears" (1979).
 * @param size side of the square structuring element, in pixels
 * @param sign 1 for bright strokes, -1 for dark ones
 * @returns 0 and above, row by row
 */
export function topHat({ width, height, data }: GrayPlane, size: number, sign: 1 | -1): GrayPlane {
  const opened = data.map((value) => sign * value);
  slideAlongRows(opened, width, size, -1);
  // Columns are rows of the transpose, where neighbours lie side by side in memory.
  const turned = transposed(opened, width, height);
  slideAlongRows(turned, height, size, -1);
  slideAlongRows(turned, height, size, 1);
  const upright = transposed(turned, height, width);
  slideAlongRows(upright, width, size, 1);
  return { width, height, data: upright.map((value, at) => sign * (data[at] as number) - value) };
}

function transposed(data: Float32Array, width: number, height: number): Float32Array {
  const turned = new Float32Array(data.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0, to = y; x < width; x++, at++, to += height) turned[to] = data[at] as number;
  return turned;
}

/**
 * Replaces every value by the largest (smallest, for sign -1) among `size` around it in its row, at three comparisons a
 * value whatever the size. Beyond its ends a row goes on with its last value.
 * Source: van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels" (1992).
 */
function slideAlongRows(data: Float32Array, width: number, size: number, sign: 1 | -1): void {
  // An even square reaches further to one side, so that opening after eroding comes back to its place.
  const before = sign === 1 ? (size - 1) >> 1 : size >> 1;
  const length = Math.ceil((width + size) / size) * size;
  const forward = new Float32Array(length);
  const backward = new Float32Array(length);
  for (let start = 0; start < data.length; start += width) {
    for (let index = 0; index < length; index++) {
      const inside = index < before ? 0 : Math.min(width - 1, index - before);
      const value = sign * (data[start + inside] as number);
      backward[index] = value;
      const last = index % size === 0 ? value : (forward[index - 1] as number);
      forward[index] = value > last ? value : last;
    }
    for (let index = length - 2; index >= 0; index--) {
      const next = backward[index + 1] as number;
      if (index % size !== size - 1 && next > (backward[index] as number)) backward[index] = next;
    }
    for (let index = 0; index < width; index++) {
      const left = backward[index] as number;
      const right = forward[index + size - 1] as number;
      data[start + index] = sign * (left > right ? left : right);
    }
  }
}
