import type { Lab } from './aligned-pair.ts';
import type { Plane } from './plane.ts';

/** Side of a mosaic's squares, frame pixels, and the steps in which sizes and offsets are tried. */
const MIN_BLOCK_PIXELS = 5;
const MAX_BLOCK_PIXELS = 48;
const SIZE_STEP = 1.025;
const OFFSETS_PER_SIDE = 8;
/** One or two squares of one colour could be anything. */
const MIN_BLOCKS = 6;

/** How well the best grid of squares explains the copy. */
export interface MosaicExplanation {
  /** Energy that is left when every square is compared with the mean of the source beneath it; Infinity for no grid. */
  readonly left: number;
  readonly blockPixels: number;
}

/**
 * Tries upright grids of squares over the copy, each square showing the mean colour of the source beneath it, as the
 * mosaic brush of a phone does.
 * @param inside 1 where the change is; the squares' means are taken over all of the source
 */
export function explainByMosaic(copy: Lab, source: Lab, inside: Uint8Array): MosaicExplanation {
  const [{ width, height }] = copy;
  const sums = copy.map((plane, channel) => channelSums(plane, source[channel] as Plane, inside));
  const count = integral(width, height, (index) => inside[index] as number);
  let best: MosaicExplanation = { left: Number.POSITIVE_INFINITY, blockPixels: 0 };
  for (let size = MIN_BLOCK_PIXELS; size <= MAX_BLOCK_PIXELS; size *= SIZE_STEP) {
    for (let step = 0; step < OFFSETS_PER_SIDE ** 2; step++) {
      const offsetX = ((step % OFFSETS_PER_SIDE) * size) / OFFSETS_PER_SIDE;
      const offsetY = (Math.floor(step / OFFSETS_PER_SIDE) * size) / OFFSETS_PER_SIDE;
      const left = energyOfGrid(sums, count, size, offsetX, offsetY);
      if (left < best.left) best = { left, blockPixels: size };
    }
  }
  return best;
}

/** Sums over rectangles from the top left corner: `(width + 1) * (height + 1)` values. */
interface Integral {
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

interface ChannelSums {
  readonly source: Integral;
  readonly copyInside: Integral;
  readonly squaresInside: Integral;
}

function channelSums(copy: Plane, source: Plane, inside: Uint8Array): ChannelSums {
  const { width, height } = copy;
  const value = (index: number): number => copy.data[index] as number;
  return {
    source: integral(width, height, (index) => source.data[index] as number),
    copyInside: integral(width, height, (index) => (inside[index] as number) * value(index)),
    squaresInside: integral(width, height, (index) => (inside[index] as number) * value(index) ** 2),
  };
}

function energyOfGrid(sums: readonly ChannelSums[], count: Integral, size: number, x: number, y: number): number {
  let blocks = 0;
  let left = 0;
  for (let row = -1; row * size + y < count.height; row++) {
    const top = Math.max(0, Math.round(row * size + y));
    const bottom = Math.min(count.height, Math.round((row + 1) * size + y));
    if (bottom <= top) continue;
    for (let column = -1; column * size + x < count.width; column++) {
      const start = Math.max(0, Math.round(column * size + x));
      const end = Math.min(count.width, Math.round((column + 1) * size + x));
      const pixels = end > start ? sumOver(count, start, top, end, bottom) : 0;
      if (pixels === 0) continue;
      blocks++;
      const area = (end - start) * (bottom - top);
      for (const { source, copyInside, squaresInside } of sums) {
        const mean = sumOver(source, start, top, end, bottom) / area;
        const sum = sumOver(copyInside, start, top, end, bottom);
        left += sumOver(squaresInside, start, top, end, bottom) - 2 * mean * sum + pixels * mean * mean;
      }
    }
  }
  return blocks < MIN_BLOCKS ? Number.POSITIVE_INFINITY : left;
}

function integral(width: number, height: number, levelAt: (index: number) => number): Integral {
  const stride = width + 1;
  const data = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += levelAt(y * width + x);
      data[(y + 1) * stride + x + 1] = (data[y * stride + x + 1] as number) + row;
    }
  }
  return { width, height, data };
}

function sumOver({ width, data }: Integral, left: number, top: number, right: number, bottom: number): number {
  const stride = width + 1;
  const above = top * stride;
  const below = bottom * stride;
  return (
    (data[below + right] as number) -
    (data[below + left] as number) -
    (data[above + right] as number) +
    (data[above + left] as number)
  );
}
