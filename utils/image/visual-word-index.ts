import { LEVEL_BITS, ROTATION_BITS, type VisualWords, WORD_BITS } from './visual-words.ts';

/** A stored picture that shares visual words with the one searched for. */
export interface WordMatch {
  readonly pictureId: string;
  /** Shared words that agree on one rotation and one change of size; a word that many pictures have counts less. */
  readonly sharedWords: number;
}

/** Marks the serialised form; raised when its layout changes. */
const FORMAT = 0x57444901;
const HEADER_WORDS = 3;
const WORDS = 2 ** WORD_BITS;
const ROTATIONS = 2 ** ROTATION_BITS;
/** Differences of level, -7 to 7, moved to start at zero. */
const LEVEL_DIFFERENCES = 2 ** LEVEL_BITS;
const BINS = ROTATIONS * LEVEL_DIFFERENCES;
const ENTRY_SHIFT = LEVEL_BITS + ROTATION_BITS;
/** Fewer shared words than this cannot reach any useful count. */
const MIN_SHARED_WORDS = 3;

interface Slot {
  readonly pictureId: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The visual words of every stored picture, one after the other, read from end to end in a search. About 2.5 kB a
 * picture; a hundred thousand pictures are the size it was measured at (tests/bench/visual-word-index.ts).
 */
export class VisualWordIndex {
  #entries = new Uint32Array(1 << 16);
  #end = 0;
  /** In the order of their entries. */
  #slots: Slot[] = [];
  readonly #pictureIds = new Set<string>();
  /** How many stored pictures have each word. */
  readonly #pictureCounts = new Uint32Array(WORDS);

  get size(): number {
    return this.#slots.length;
  }

  has(pictureId: string): boolean {
    return this.#pictureIds.has(pictureId);
  }

  /** Stores `VisualWords.stored` under an id; one that is already stored is replaced. */
  add(pictureId: string, stored: Uint32Array): void {
    this.remove(pictureId);
    while (this.#end + stored.length > this.#entries.length) {
      const larger = new Uint32Array(this.#entries.length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries.set(stored, this.#end);
    this.#slots.push({ pictureId, start: this.#end, length: stored.length });
    this.#pictureIds.add(pictureId);
    this.#end += stored.length;
    this.#count(stored, 1);
  }

  /** Forgets an id; does nothing for one that is not stored. */
  remove(pictureId: string): void {
    if (!this.#pictureIds.delete(pictureId)) return;
    const at = this.#slots.findIndex((slot) => slot.pictureId === pictureId);
    const { start, length } = this.#slots[at] as Slot;
    this.#count(this.#entries.subarray(start, start + length), -1);
    this.#entries.copyWithin(start, start + length, this.#end);
    this.#end -= length;
    this.#slots.splice(at, 1);
    for (let later = at; later < this.#slots.length; later++) {
      const slot = this.#slots[later] as Slot;
      this.#slots[later] = { ...slot, start: slot.start - length };
    }
  }

  /** Stored pictures that share at least `minSharedWords` with one of `searched`, most first, at most `limit`. */
  near(searched: VisualWords['searched'], minSharedWords: number, limit: number): WordMatch[] {
    const queries = searched.map((entries) => new Query(entries));
    const matches: WordMatch[] = [];
    for (const { pictureId, start, length } of this.#slots) {
      const stored = this.#entries.subarray(start, start + length);
      const sharedWords = Math.max(...queries.map((query) => this.#sharedWords(query, stored)));
      if (sharedWords >= minSharedWords) matches.push({ pictureId, sharedWords });
    }
    return matches.sort((a, b) => b.sharedWords - a.sharedWords).slice(0, limit);
  }

  #sharedWords(query: Query, stored: Uint32Array): number {
    let hits = 0;
    for (let index = 0; index < stored.length; index++) {
      const word = (stored[index] as number) >>> ENTRY_SHIFT;
      hits += ((query.bits[word >>> 5] as number) >>> (word & 31)) & 1;
    }
    if (hits < MIN_SHARED_WORDS) return 0;
    const votes = new Float32Array(BINS);
    for (const entry of stored) {
      const word = entry >>> ENTRY_SHIFT;
      const same = query.entriesByWord.get(word);
      if (!same) continue;
      const weight = this.#weightOf(word) / same.length;
      for (const other of same) {
        const bin = binOf(entry, other);
        votes[bin] = (votes[bin] as number) + weight;
      }
    }
    return largestCluster(votes);
  }

  /** 1 for a word of one picture, 0 for one of all: its inverse document frequency over the largest there is. */
  #weightOf(word: number): number {
    const pictures = this.size + 1;
    return Math.log(pictures / Math.max(1, this.#pictureCounts[word] as number)) / Math.log(pictures);
  }

  #count(stored: Uint32Array, change: number): void {
    for (const entry of stored) {
      const word = entry >>> ENTRY_SHIFT;
      this.#pictureCounts[word] = (this.#pictureCounts[word] as number) + change;
    }
  }

  /** Everything in one block of memory, to be stored as it is and read back by `fromBuffer` on the same machine. */
  toBuffer(): ArrayBuffer {
    const ids = new TextEncoder().encode(JSON.stringify(this.#slots.map((slot) => slot.pictureId)));
    const wordCount = HEADER_WORDS + this.size + this.#end;
    const buffer = new ArrayBuffer(wordCount * 4 + ids.length);
    const words = new Uint32Array(buffer, 0, wordCount);
    words.set([FORMAT, this.size, this.#end]);
    words.set(
      this.#slots.map((slot) => slot.length),
      HEADER_WORDS,
    );
    words.set(this.#entries.subarray(0, this.#end), HEADER_WORDS + this.size);
    new Uint8Array(buffer, wordCount * 4).set(ids);
    return buffer;
  }

  /** Reads what `toBuffer` wrote; null for anything else, which the caller rebuilds from the stored pictures. */
  static fromBuffer(buffer: ArrayBuffer): VisualWordIndex | null {
    if (buffer.byteLength < HEADER_WORDS * 4) return null;
    const [format, count, end] = new Uint32Array(buffer, 0, HEADER_WORDS) as unknown as [number, number, number];
    const wordCount = HEADER_WORDS + count + end;
    if (format !== FORMAT || buffer.byteLength < wordCount * 4) return null;
    const index = new VisualWordIndex();
    const lengths = new Uint32Array(buffer, HEADER_WORDS * 4, count);
    const entries = new Uint32Array(buffer, (HEADER_WORDS + count) * 4, end);
    const pictureIds = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, wordCount * 4))) as string[];
    let start = 0;
    for (const [picture, pictureId] of pictureIds.entries()) {
      const length = lengths[picture] as number;
      index.add(pictureId, entries.subarray(start, start + length));
      start += length;
    }
    return index;
  }
}

/** One image that is searched for, laid out for the scan. */
class Query {
  /** One bit a word: whether it is searched for. */
  readonly bits = new Uint32Array(WORDS / 32);
  readonly entriesByWord = new Map<number, number[]>();

  constructor(entries: Uint32Array) {
    for (const entry of entries) {
      const word = entry >>> ENTRY_SHIFT;
      this.bits[word >>> 5] = (this.bits[word >>> 5] as number) | (1 << (word & 31));
      const same = this.entriesByWord.get(word);
      if (same) same.push(entry);
      else this.entriesByWord.set(word, [entry]);
    }
  }
}

/** Which rotation and change of level lie between two entries of the same word. */
function binOf(stored: number, searched: number): number {
  const rotation = (stored - searched) & (ROTATIONS - 1);
  const level =
    ((stored >>> ROTATION_BITS) & (LEVEL_DIFFERENCES - 1)) - ((searched >>> ROTATION_BITS) & (LEVEL_DIFFERENCES - 1));
  return rotation * LEVEL_DIFFERENCES + level + LEVEL_DIFFERENCES / 2;
}

/** The most votes in two neighbouring rotations and two neighbouring levels, since a true value may lie on an edge. */
function largestCluster(votes: Float32Array): number {
  let most = 0;
  for (let rotation = 0; rotation < ROTATIONS; rotation++) {
    const here = rotation * LEVEL_DIFFERENCES;
    const next = ((rotation + 1) % ROTATIONS) * LEVEL_DIFFERENCES;
    for (let level = 0; level + 1 < LEVEL_DIFFERENCES; level++) {
      const sum =
        (votes[here + level] as number) +
        (votes[here + level + 1] as number) +
        (votes[next + level] as number) +
        (votes[next + level + 1] as number);
      if (sum > most) most = sum;
    }
  }
  return most;
}
