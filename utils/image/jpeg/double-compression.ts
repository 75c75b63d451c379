import { BLOCK, transformBlock } from './dct8.ts';

/** Traces of an earlier save with other tables, on the same grid. */
export interface DoubleCompression {
  /** Coefficients whose histograms could be read. */
  readonly frequencyCount: number;
  /** Those whose histogram has the gaps or doubled bins of a second quantisation. */
  readonly doubledCount: number;
}

/** Zigzag places 1 to 9: higher ones are mostly zero. Vertical and horizontal frequency. */
const FREQUENCIES = [
  [0, 1],
  [1, 0],
  [2, 0],
  [1, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [2, 1],
  [3, 0],
] as const;
/** Bins on either side that are looked at, without zero and its neighbours. */
const FIRST_BIN = 2;
const LAST_BIN = 14;
/** Rows of blocks are left out of large pictures: more blocks make no histogram clearer. */
const MAX_BLOCKS = 8000;
const MIN_SAMPLES = 600;
const MIN_BIN_MEAN = 12;
/** A bin is a gap when it holds this little of what its neighbours hold. */
const GAP_SHARE = 0.3;
const MIN_GAPS = 2;

/**
 * Looks for periodic gaps in the histograms of quantised DCT coefficients. It says only that the file was saved twice with
 * different settings on one grid, which every platform does to every picture.
 * Source: J. Lukáš, J. Fridrich, "Estimation of primary quantization matrix in double compressed JPEG images" (DFRWS 2003).
 * @param luma row by row, 0 to 255, of the whole picture at its own size
 * @param table luminance quantisation table in zigzag order
 */
export function findDoubleCompression(
  luma: Float32Array,
  width: number,
  height: number,
  table: readonly number[],
): DoubleCompression {
  const histograms = FREQUENCIES.map(() => new Map<number, number>());
  const block = new Float64Array(BLOCK * BLOCK);
  const rowStep = BLOCK * Math.ceil((width * height) / (BLOCK * BLOCK * MAX_BLOCKS));
  for (let top = 0; top + BLOCK <= height; top += rowStep)
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      for (let index = 0; index < block.length; index++)
        block[index] = (luma[(top + Math.floor(index / BLOCK)) * width + left + (index % BLOCK)] as number) - 128;
      transformBlock(block);
      for (const [index, [vertical, horizontal]] of FREQUENCIES.entries()) {
        const quantised = Math.round((block[vertical * BLOCK + horizontal] as number) / (table[index + 1] as number));
        const histogram = histograms[index] as Map<number, number>;
        histogram.set(quantised, (histogram.get(quantised) ?? 0) + 1);
      }
    }
  const readable = histograms.filter(isReadable);
  return { frequencyCount: readable.length, doubledCount: readable.filter(hasGaps).length };
}

function bins(histogram: ReadonlyMap<number, number>): number[] {
  const at = (bin: number): number => (histogram.get(bin) ?? 0) + (histogram.get(-bin) ?? 0);
  return Array.from({ length: LAST_BIN - FIRST_BIN + 1 }, (_, index) => at(FIRST_BIN + index));
}

function isReadable(histogram: ReadonlyMap<number, number>): boolean {
  return bins(histogram).reduce((sum, count) => sum + count, 0) >= MIN_SAMPLES;
}

/** A histogram of one quantisation falls off evenly; a second one leaves bins that no value can reach. */
function hasGaps(histogram: ReadonlyMap<number, number>): boolean {
  const counts = bins(histogram);
  let gaps = 0;
  for (let index = 1; index + 1 < counts.length; index++) {
    const around = ((counts[index - 1] as number) + (counts[index + 1] as number)) / 2;
    if (around >= MIN_BIN_MEAN && (counts[index] as number) <= GAP_SHARE * around) gaps++;
  }
  return gaps >= MIN_GAPS;
}
