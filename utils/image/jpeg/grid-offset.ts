import { BLOCK } from './dct8.ts';

/** Where JPEG blocks begin in a picture, and how clearly they show. */
export interface GridOffset {
  /** Pixels from the left and from the top, 0 to 7. */
  readonly x: number;
  readonly y: number;
  /** How far the step across block borders stands above that elsewhere, in standard deviations of the other seven. */
  readonly clarityX: number;
  readonly clarityY: number;
}

/** Rows and columns that are read; more add nothing. */
const MAX_LINES = 300;

/**
 * Finds the grid by the steps that quantisation leaves at block borders. Source: Z. Fan, R. de Queiroz, "Identification of
 * bitmap compression history" (IEEE Trans. Image Processing 12, 2003).
 * @param luma row by row, 0 to 255
 */
export function findGridOffset(luma: Float32Array, width: number, height: number): GridOffset {
  const across = stepsBy(width, height, (x, y) => y * width + x, luma, 1);
  const down = stepsBy(height, width, (y, x) => y * width + x, luma, width);
  const [x, clarityX] = standingOut(across);
  const [y, clarityY] = standingOut(down);
  return { x, y, clarityX, clarityY };
}

/** Mean second difference at each of the eight offsets along one axis: zero on a slope, large at a step. */
function stepsBy(
  length: number,
  breadth: number,
  at: (along: number, across: number) => number,
  luma: Float32Array,
  stride: number,
): number[] {
  const sums = new Array<number>(BLOCK).fill(0);
  const counts = new Array<number>(BLOCK).fill(0);
  const skip = Math.ceil(breadth / MAX_LINES);
  for (let across = 0; across < breadth; across += skip)
    for (let along = 2; along + 1 < length; along++) {
      const index = at(along, across);
      const step = Math.abs(
        (luma[index] as number) -
          (luma[index - stride] as number) -
          ((luma[index + stride] as number) -
            (luma[index] as number) +
            (luma[index - stride] as number) -
            (luma[index - 2 * stride] as number)) /
            2,
      );
      sums[along % BLOCK] = (sums[along % BLOCK] as number) + step;
      counts[along % BLOCK] = (counts[along % BLOCK] as number) + 1;
    }
  return sums.map((sum, offset) => sum / Math.max(1, counts[offset] as number));
}

function standingOut(steps: readonly number[]): [offset: number, clarity: number] {
  const offset = steps.indexOf(Math.max(...steps));
  const others = steps.filter((_, index) => index !== offset);
  const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
  const spread = Math.sqrt(others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / others.length);
  return [offset, spread === 0 ? 0 : ((steps[offset] as number) - mean) / spread];
}
