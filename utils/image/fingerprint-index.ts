import { PDQ_WORDS } from './pdq.ts';
import { SearchedHashes } from './searched-hashes.ts';

/** A stored hash near the one searched for. */
export interface NearFingerprint {
  /** Its place in the order in which hashes were added, from 0. */
  readonly place: number;
  /** Distance of the nearest of the hashes searched for, 0 to 256. */
  readonly distanceBits: number;
}

const FIRST_CAPACITY = 1024;

/**
 * PDQ hashes in memory, 32 bytes each and nothing else: what they belong to stays in storage until one is found. The bits
 * are regrouped by the parity of their two frequencies, one array a word, so that a search reads few arrays from end to
 * end: turning or mirroring a picture negates whole groups, and four orientations cost little more than one
 * (`SearchedHashes`). At this size a flat scan beats tables of sub-hashes, and it finds everything. Times:
 * tests/bench/fingerprint-index.ts. A place of zeros stands for a hash that was erased: half of the bits of a PDQ hash are
 * set, so that zeros lie 128 bits from all of them.
 */
export class FingerprintIndex {
  #words = emptyWords(FIRST_CAPACITY);
  #size = 0;

  /** How many places there are. */
  get size(): number {
    return this.#size;
  }

  /** Makes room for this many hashes in all, so that a large history is not copied again and again. */
  reserve(count: number): void {
    const capacity = this.#words[0]?.length ?? 0;
    if (count > capacity) this.#words = this.#words.map((word) => enlarged(word, count));
  }

  /**
   * Adds hashes behind those that are there.
   * @param hashes eight 32-bit words each, one hash after the other
   */
  append(hashes: Uint32Array): void {
    const count = hashes.length / PDQ_WORDS;
    const capacity = this.#words[0]?.length ?? 0;
    if (this.#size + count > capacity) this.reserve(Math.max(2 * capacity, this.#size + count));
    for (let index = 0; index < count; index++) this.#write(this.#size++, hashes, index * PDQ_WORDS);
  }

  /** Forgets all of them. */
  clear(): void {
    this.#words = emptyWords(FIRST_CAPACITY);
    this.#size = 0;
  }

  /** Puts another hash in a place. */
  replace(place: number, hash: Uint32Array): void {
    this.#write(place, hash, 0);
  }

  /**
   * Places whose hash lies within `maxDistanceBits` (under 96) of one of `hashes`, nearest first.
   * @param hashes usually the eight orientations of one picture, each eight 32-bit words
   */
  near(hashes: readonly Uint32Array[], maxDistanceBits: number): NearFingerprint[] {
    const searched = new SearchedHashes(hashes);
    const nearest = new Map<number, number>();
    searched.scan(this.#words, this.#size, maxDistanceBits, (place) => {
      const distance = searched.distanceTo(this.#words, place);
      if (distance <= maxDistanceBits) nearest.set(place, distance);
    });
    return [...nearest]
      .map(([place, distanceBits]) => ({ place, distanceBits }))
      .sort((a, b) => a.distanceBits - b.distanceBits);
  }

  #write(place: number, hashes: Uint32Array, from: number): void {
    const grouped = groupedWords(hashes, from);
    for (let word = 0; word < PDQ_WORDS; word++) (this.#words[word] as Int32Array)[place] = grouped[word] as number;
  }
}

/**
 * The 256 bits of a hash, those of frequencies with the same two parities together: both odd, both even, even and odd,
 * odd and even; 64 bits each. Distances stay what they are.
 */
export function groupedWords(hashes: Uint32Array, from: number): Int32Array {
  const grouped = new Int32Array(PDQ_WORDS);
  // A word holds two rows of 16 frequencies: the even row in its lower half, even columns on even bits.
  for (const [group, shift] of [17, 0, 1, 16].entries())
    for (let half = 0; half < 2; half++) {
      const bits = (word: number): number => ((hashes[from + half * 4 + word] as number) >>> shift) & 0x5555;
      grouped[group * 2 + half] = bits(0) | (bits(1) << 1) | (bits(2) << 16) | (bits(3) << 17);
    }
  return grouped;
}

function emptyWords(capacity: number): Int32Array<ArrayBuffer>[] {
  return Array.from({ length: PDQ_WORDS }, () => new Int32Array(capacity));
}

function enlarged(word: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(word);
  return larger;
}
