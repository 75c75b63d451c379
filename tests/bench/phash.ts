import sharp from 'sharp';

/** Bits up to which two hashes count as the same picture: the usual choice for 64 bits. */
export const PHASH_SAME_BITS = 10;

const SIDE = 32;
const KEPT = 8;

/**
 * The 64-bit DCT hash that most tools call pHash, as a peer to compare with: 32 × 32 gray, the 8 × 8 lowest frequencies,
 * each bit whether a frequency is above their median.
 * Source: C. Zauner, "Implementation and benchmarking of perceptual image hash functions" (2010), 3.2.1.
 */
export async function phashOf(bytes: Uint8Array): Promise<readonly boolean[]> {
  const gray = await sharp(bytes)
    .rotate()
    .removeAlpha()
    .grayscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer();
  const basis = (frequency: number, x: number): number => Math.cos(((2 * x + 1) * frequency * Math.PI) / (2 * SIDE));
  const spectrum: number[] = [];
  for (let v = 0; v < KEPT; v++)
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++)
        for (let x = 0; x < SIDE; x++) sum += (gray[y * SIDE + x] as number) * basis(v, y) * basis(u, x);
      spectrum.push(sum);
    }
  const median = spectrum.toSorted((a, b) => a - b)[spectrum.length >> 1] as number;
  return spectrum.map((value) => value > median);
}

export function phashDistanceBits(a: readonly boolean[], b: readonly boolean[]): number {
  return a.filter((bit, index) => bit !== b[index]).length;
}
