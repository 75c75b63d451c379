const SIZE = 64;
const KEPT = 16;

/** Rows 1 to 16 of the orthonormal 64-point DCT-II, in single precision. */
const BASIS = (() => {
  const basis = new Float32Array(KEPT * SIZE);
  const scale = Math.fround(Math.sqrt(2 / SIZE));
  for (let frequency = 1; frequency <= KEPT; frequency++) {
    for (let x = 0; x < SIZE; x++) {
      basis[(frequency - 1) * SIZE + x] = scale * Math.cos((Math.PI / 2 / SIZE) * frequency * (2 * x + 1));
    }
  }
  return basis;
})();

/**
 * The 16 × 16 lowest frequencies of the two-dimensional DCT-II of a 64 × 64 picture, without those that are constant
 * along an axis (frequencies 1 to 16 each way). Single precision in index order, as in the PDQ reference implementation.
 * @param samples 4096 values, row by row
 * @returns 256 values, vertical frequency by vertical frequency
 */
export function dct64(samples: Float32Array): Float32Array {
  const vertical = new Float32Array(KEPT * SIZE);
  for (let v = 0; v < KEPT; v++) {
    for (let x = 0; x < SIZE; x++) {
      let sum = 0;
      for (let y = 0; y < SIZE; y++) {
        sum = Math.fround(sum + Math.fround((BASIS[v * SIZE + y] as number) * (samples[y * SIZE + x] as number)));
      }
      vertical[v * SIZE + x] = sum;
    }
  }
  const spectrum = new Float32Array(KEPT * KEPT);
  for (let v = 0; v < KEPT; v++) {
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let x = 0; x < SIZE; x++) {
        sum = Math.fround(sum + Math.fround((vertical[v * SIZE + x] as number) * (BASIS[u * SIZE + x] as number)));
      }
      spectrum[v * KEPT + u] = sum;
    }
  }
  return spectrum;
}
