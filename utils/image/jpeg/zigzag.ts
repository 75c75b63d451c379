import { BLOCK } from './dct8.ts';

/** Index of a coefficient, row by row, by its place in zigzag order (ITU-T T.81, figure A.6). */
export const ZIGZAG: readonly number[] = Array.from({ length: 2 * BLOCK - 1 }, (_, diagonal) =>
  Array.from({ length: BLOCK }, (_, step) => step)
    .filter((step) => diagonal - step >= 0 && diagonal - step < BLOCK)
    // Even diagonals run upwards, odd ones downwards.
    .map((step) => (diagonal % 2 === 0 ? [diagonal - step, step] : [step, diagonal - step]) as [number, number])
    .sort(([rowA], [rowB]) => (diagonal % 2 === 0 ? rowB - rowA : rowA - rowB))
    .map(([row, column]) => row * BLOCK + column),
).flat();
