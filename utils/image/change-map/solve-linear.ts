/**
 * Solves `matrix · x = right` by elimination with partial pivoting. Changes its arguments.
 * @throws Error when the matrix is singular
 */
export function solveLinear(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const at = (row: number, column: number): number => (matrix[row] as number[])[column] as number;
  for (let step = 0; step < size; step++) {
    let pivot = step;
    for (let row = step + 1; row < size; row++) if (Math.abs(at(row, step)) > Math.abs(at(pivot, step))) pivot = row;
    if (at(pivot, step) === 0) throw new Error('solveLinear: singular matrix');
    [matrix[step], matrix[pivot]] = [matrix[pivot] as number[], matrix[step] as number[]];
    [right[step], right[pivot]] = [right[pivot] as number, right[step] as number];
    for (let row = step + 1; row < size; row++) {
      const factor = at(row, step) / at(step, step);
      const line = matrix[row] as number[];
      for (let column = step; column < size; column++) line[column] = at(row, column) - factor * at(step, column);
      right[row] = (right[row] as number) - factor * (right[step] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] as number;
    for (let column = row + 1; column < size; column++) sum -= at(row, column) * (solution[column] as number);
    solution[row] = sum / at(row, row);
  }
  return solution;
}
