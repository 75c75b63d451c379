/** Two passes of a box make a tent, which blurs by one output sample on either side. */
const PASSES = 2;

/**
 * Reduces a picture to `side` × `side` samples: a tent filter of two box passes along each axis, then the pixel at the
 * centre of each cell. At the borders the box shrinks to the pixels that exist. Sums are in single precision and in
 * scan order, as in the PDQ reference implementation.
 * @param luma row by row, `width * height` values; not changed
 * @returns row by row, `side * side` values
 * Source: W. Jarosz, "Fast Image Convolutions" (SIGGRAPH 2001); Facebook, "The TMK+PDQF Video-Hashing Algorithm and the
 * PDQ Image-Hashing Algorithm" (2019), section on down-sampling.
 */
export function downsampleByTent(luma: Float32Array, width: number, height: number, side: number): Float32Array {
  const windowX = Math.ceil(width / (2 * side));
  const windowY = Math.ceil(height / (2 * side));
  let from = luma;
  const spare = new Float32Array(luma.length);
  const blurred = new Float32Array(luma.length);
  for (let pass = 0; pass < PASSES; pass++) {
    boxAlongRows(from, spare, width, height, windowX);
    boxAlongColumns(spare, blurred, width, height, windowY);
    from = blurred;
  }
  const reduced = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    const y = Math.floor(((row + 0.5) * height) / side);
    for (let column = 0; column < side; column++) {
      reduced[row * side + column] = from[y * width + Math.floor(((column + 0.5) * width) / side)] as number;
    }
  }
  return reduced;
}

/** The box covers `before` samples ahead of the one written and reaches `window` in all. */
function reach(window: number): { before: number; after: number } {
  const after = Math.floor((window + 2) / 2) - 1;
  return { after, before: window - after - 1 };
}

function boxAlongRows(from: Float32Array, to: Float32Array, width: number, height: number, window: number): void {
  const { before, after } = reach(window);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = 0;
    let count = 0;
    for (let x = 0; x < after; x++) {
      sum = Math.fround(sum + (from[start + x] as number));
      count++;
    }
    for (let x = 0; x < width; x++) {
      const entering = x + after;
      const leaving = x - before - 1;
      if (entering < width) {
        sum = Math.fround(sum + (from[start + entering] as number));
        count++;
      }
      if (leaving >= 0) {
        sum = Math.fround(sum - (from[start + leaving] as number));
        count--;
      }
      to[start + x] = sum / count;
    }
  }
}

/** The same down the columns, row by row with one running sum a column, since that is the order of the memory. */
function boxAlongColumns(from: Float32Array, to: Float32Array, width: number, height: number, window: number): void {
  const { before, after } = reach(window);
  const sums = new Float32Array(width);
  let count = 0;
  const add = (y: number) => {
    for (let x = 0, at = y * width; x < width; x++, at++) sums[x] = (sums[x] as number) + (from[at] as number);
    count++;
  };
  for (let y = 0; y < after; y++) add(y);
  for (let y = 0; y < height; y++) {
    if (y + after < height) add(y + after);
    const leaving = y - before - 1;
    if (leaving >= 0) {
      for (let x = 0, at = leaving * width; x < width; x++, at++) sums[x] = (sums[x] as number) - (from[at] as number);
      count--;
    }
    for (let x = 0, at = y * width; x < width; x++, at++) to[at] = (sums[x] as number) / count;
  }
}
