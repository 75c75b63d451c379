/** Pixels of a JPEG block's side. */
export const BLOCK = 8;

/** The orthonormal 8-point DCT-II, row by row of frequencies (ITU-T T.81, A.3.3). */
const BASIS = Float64Array.from({ length: BLOCK * BLOCK }, (_, index) => {
  const frequency = Math.floor(index / BLOCK);
  const scale = frequency === 0 ? Math.sqrt(1 / BLOCK) : Math.sqrt(2 / BLOCK);
  return scale * Math.cos(((2 * (index % BLOCK) + 1) * frequency * Math.PI) / (2 * BLOCK));
});

/** Scratch of one dimension; both transforms run to the end before anything else can. */
const half = new Float64Array(BLOCK * BLOCK);

/** Samples of a block, 64 row by row, to coefficients, vertical frequency by vertical frequency, in place. */
export function transformBlock(block: Float64Array): void {
  multiply(BASIS, false, block, half);
  multiplyRight(half, BASIS, true, block);
}

/** Coefficients back to samples, in place. */
export function restoreBlock(block: Float64Array): void {
  multiply(BASIS, true, block, half);
  multiplyRight(half, BASIS, false, block);
}

function multiply(basis: Float64Array, isTransposed: boolean, from: Float64Array, to: Float64Array): void {
  for (let row = 0; row < BLOCK; row++)
    for (let column = 0; column < BLOCK; column++) {
      let sum = 0;
      for (let k = 0; k < BLOCK; k++)
        sum +=
          (basis[isTransposed ? k * BLOCK + row : row * BLOCK + k] as number) * (from[k * BLOCK + column] as number);
      to[row * BLOCK + column] = sum;
    }
}

function multiplyRight(from: Float64Array, basis: Float64Array, isTransposed: boolean, to: Float64Array): void {
  for (let row = 0; row < BLOCK; row++)
    for (let column = 0; column < BLOCK; column++) {
      let sum = 0;
      for (let k = 0; k < BLOCK; k++)
        sum +=
          (from[row * BLOCK + k] as number) * (basis[isTransposed ? column * BLOCK + k : k * BLOCK + column] as number);
      to[row * BLOCK + column] = sum;
    }
}
