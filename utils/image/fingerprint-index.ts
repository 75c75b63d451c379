import { PDQ_WORDS } from './pdq.ts';

/** A stored picture near the one searched for. */
export interface NearFingerprint {
  readonly pictureId: string;
  /** Distance of the nearest of the hashes searched for, 0 to 256. */
  readonly distanceBits: number;
}

/** Marks the serialised form; raised when its layout changes. */
const FORMAT = 0x50445101;
const HEADER_WORDS = 2;
const FIRST_CAPACITY = 1024;

/**
 * Every stored PDQ hash in memory, word by word: one array a word, so that a search reads a few arrays from end to end.
 * At this size a flat scan in eight orientations beats tables of sub-hashes (multi-index hashing), and it finds
 * everything. Times: tests/bench/fingerprint-index.ts.
 */
export class FingerprintIndex {
  #words = emptyWords(FIRST_CAPACITY);
  readonly #pictureIds: string[] = [];
  readonly #slotOf = new Map<string, number>();

  get size(): number {
    return this.#pictureIds.length;
  }

  has(pictureId: string): boolean {
    return this.#slotOf.has(pictureId);
  }

  /** Stores a hash under an id; one that is already stored is replaced. */
  add(pictureId: string, hash: Uint32Array): void {
    let slot = this.#slotOf.get(pictureId);
    if (slot === undefined) {
      slot = this.size;
      if (slot === this.#words[0]?.length) this.#words = this.#words.map((word) => enlarged(word, word.length * 2));
      this.#pictureIds.push(pictureId);
      this.#slotOf.set(pictureId, slot);
    }
    for (const [index, word] of this.#words.entries()) word[slot] = hash[index] as number;
  }

  /** Forgets an id; does nothing for one that is not stored. */
  remove(pictureId: string): void {
    const slot = this.#slotOf.get(pictureId);
    if (slot === undefined) return;
    const last = this.size - 1;
    const moved = this.#pictureIds[last] as string;
    for (const word of this.#words) word[slot] = word[last] as number;
    this.#pictureIds[slot] = moved;
    this.#slotOf.set(moved, slot);
    this.#pictureIds.pop();
    this.#slotOf.delete(pictureId);
  }

  /**
   * Stored pictures whose hash lies within `maxDistanceBits` of one of `hashes`, nearest first.
   * @param hashes usually the eight orientations of one picture, each eight 32-bit words
   */
  near(hashes: readonly Uint32Array[], maxDistanceBits: number): NearFingerprint[] {
    const [w0, w1, w2, w3, w4, w5, w6, w7] = this.#words as unknown as EightWords;
    const nearest = new Map<number, number>();
    for (const hash of hashes) {
      const [h0, h1, h2, h3, h4, h5, h6, h7] = Int32Array.from(hash) as unknown as EightNumbers;
      for (let slot = 0, end = this.size; slot < end; slot++) {
        // Three words first: fewer leave nearly every hash in doubt, and a doubtful branch costs more than a word.
        let distance = bitCount((w0[slot] as number) ^ h0, (w1[slot] as number) ^ h1, (w2[slot] as number) ^ h2);
        if (distance > maxDistanceBits) continue;
        distance += bitCount((w3[slot] as number) ^ h3, (w4[slot] as number) ^ h4, 0);
        if (distance > maxDistanceBits) continue;
        distance += bitCount((w5[slot] as number) ^ h5, (w6[slot] as number) ^ h6, (w7[slot] as number) ^ h7);
        if (distance <= maxDistanceBits && distance < (nearest.get(slot) ?? Infinity)) nearest.set(slot, distance);
      }
    }
    return [...nearest]
      .map(([slot, distanceBits]) => ({ pictureId: this.#pictureIds[slot] as string, distanceBits }))
      .sort((a, b) => a.distanceBits - b.distanceBits);
  }

  /** Everything in one block of memory, to be stored as it is and read back by `fromBuffer` on the same machine. */
  toBuffer(): ArrayBuffer {
    const ids = new TextEncoder().encode(JSON.stringify(this.#pictureIds));
    const wordCount = HEADER_WORDS + this.size * PDQ_WORDS;
    const buffer = new ArrayBuffer(wordCount * 4 + ids.length);
    const words = new Int32Array(buffer, 0, wordCount);
    words[0] = FORMAT;
    words[1] = this.size;
    for (const [index, word] of this.#words.entries())
      words.set(word.subarray(0, this.size), HEADER_WORDS + index * this.size);
    new Uint8Array(buffer, wordCount * 4).set(ids);
    return buffer;
  }

  /**
   * Reads what `toBuffer` wrote; null for anything else, for instance the format of another version, which the caller
   * rebuilds from the stored hashes.
   */
  static fromBuffer(buffer: ArrayBuffer): FingerprintIndex | null {
    if (buffer.byteLength < HEADER_WORDS * 4) return null;
    const [format, count] = new Int32Array(buffer, 0, HEADER_WORDS) as unknown as [number, number];
    const end = (HEADER_WORDS + count * PDQ_WORDS) * 4;
    if (format !== FORMAT || buffer.byteLength < end) return null;
    const index = new FingerprintIndex();
    const pictureIds = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, end))) as string[];
    index.#words = index.#words.map((_, word) =>
      enlarged(new Int32Array(buffer, (HEADER_WORDS + word * count) * 4, count), Math.max(FIRST_CAPACITY, count)),
    );
    for (const pictureId of pictureIds) {
      index.#slotOf.set(pictureId, index.#pictureIds.length);
      index.#pictureIds.push(pictureId);
    }
    return index;
  }
}

type Eight<T> = readonly [T, T, T, T, T, T, T, T];
type EightWords = Eight<Int32Array>;
type EightNumbers = Eight<number>;

function emptyWords(capacity: number): Int32Array<ArrayBuffer>[] {
  return Array.from({ length: PDQ_WORDS }, () => new Int32Array(capacity));
}

function enlarged(word: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(word);
  return larger;
}

/** Bits set in three 32-bit words together: they are added once their counts fit into four bits each. */
function bitCount(a: number, b: number, c: number): number {
  const pairsA = (a - ((a >>> 1) & 0x55555555)) | 0;
  const pairsB = (b - ((b >>> 1) & 0x55555555)) | 0;
  const pairsC = (c - ((c >>> 1) & 0x55555555)) | 0;
  const nibbles =
    ((pairsA & 0x33333333) +
      ((pairsA >>> 2) & 0x33333333) +
      (pairsB & 0x33333333) +
      ((pairsB >>> 2) & 0x33333333) +
      (pairsC & 0x33333333) +
      ((pairsC >>> 2) & 0x33333333)) |
    0;
  return Math.imul((nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
