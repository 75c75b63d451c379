import { PDQ_WORDS } from './pdq.ts';

/** Groups of bits that an orientation negates as a whole or not at all. */
export const GROUPS = 4;
/** Where the bits of each group start in a word: both parities odd, both even, even and odd, odd and even. */
const SHIFTS = [17, 0, 1, 16] as const;

/**
 * The 256 bits of a hash, those of frequencies with the same two parities together: both odd, both even, even and odd,
 * odd and even; 64 bits each, two words. Distances stay what they are.
 * @param hashes eight 32-bit words each, one hash after the other
 * @param from the first word of the hash
 * @param grouped eight words, where the result goes
 */
export function groupedWords(
  hashes: Uint32Array,
  from: number,
  grouped: Uint32Array = new Uint32Array(PDQ_WORDS),
): Uint32Array {
  // A word holds two rows of 16 frequencies: the even row in its lower half, even columns on even bits.
  for (let group = 0; group < GROUPS; group++) {
    const shift = SHIFTS[group] as number;
    for (let half = 0; half < 2; half++) {
      const at = from + half * 4;
      grouped[group * 2 + half] =
        (((hashes[at] as number) >>> shift) & 0x5555) |
        ((((hashes[at + 1] as number) >>> shift) & 0x5555) << 1) |
        ((((hashes[at + 2] as number) >>> shift) & 0x5555) << 16) |
        ((((hashes[at + 3] as number) >>> shift) & 0x5555) << 17);
    }
  }
  return grouped;
}
