import { FINGERPRINT_SCAN_MODULE } from './fingerprint-scan-module.ts';
import { groupedWords } from './grouped-words.ts';
import { familiesOf, type HashFamily } from './hash-family.ts';
import { instantiateWasm } from './instantiate-wasm.ts';
import { nearestOrientationBits, PDQ_WORDS } from './pdq.ts';

/** A stored hash near the one searched for. */
export interface NearFingerprint {
  /** Its place in the order in which hashes were added, from 0. */
  readonly place: number;
  /** Distance of the nearest of the hashes searched for, 0 to 256. */
  readonly distanceBits: number;
}

/** The exports of fingerprint-scan.wat, which says what they mean. */
interface Scan {
  readonly memory: WebAssembly.Memory;
  scan(blocks: number, from: number, to: number, searched: number, limit: number, found: number): number;
}

const HASH_BYTES = PDQ_WORDS * 4;
const LANES = 16;
const BLOCK_BYTES = HASH_BYTES * LANES;
const PAGE_BYTES = 65_536;
/** Where the searched hash, the places found, and the blocks lie in the memory. */
const SEARCHED_AT = 0;
const FOUND_AT = BLOCK_BYTES;
const BLOCKS_AT = PAGE_BYTES;
/** Scanned for one family after the other, so that the second finds them in the processor's cache. */
const BLOCKS_AT_ONCE = 512;
/** Sums of bits are bytes; none is larger. */
const MAX_LIMIT = 255;

/**
 * PDQ hashes in memory, 32 bytes each and nothing else: what they belong to stays in storage until one is found. The bits
 * are regrouped by the parity of their two frequencies: turning or mirroring a picture negates whole groups, so that a
 * bound over four orientations costs as much as one distance (`familiesOf`), sixteen hashes at a time
 * (fingerprint-scan.wat). What the bound lets through is measured exactly, so nothing within the distance is missed.
 * At this size a scan beats tables of sub-hashes, which need as much memory again and have to be built at every start.
 * Times: tests/bench/fingerprint-index.ts. A place of zeros stands for a hash that was erased: half of the bits of a PDQ
 * hash are set, so that zeros lie 128 bits from all of them.
 */
export class FingerprintIndex {
  readonly #scan = instantiateWasm(FINGERPRINT_SCAN_MODULE) as unknown as Scan;
  #bytes = new Uint8Array(this.#scan.memory.buffer);
  #size = 0;
  readonly #grouped = new Uint32Array(PDQ_WORDS);

  /** How many places there are. */
  get size(): number {
    return this.#size;
  }

  /** Memory that hashes are kept in. */
  get sizeBytes(): number {
    return this.#bytes.length;
  }

  /** Makes room for this many hashes in all, so that a large history grows its memory once. */
  reserve(count: number): void {
    const needed = BLOCKS_AT + Math.ceil(count / LANES) * BLOCK_BYTES;
    if (needed <= this.#bytes.length) return;
    this.#scan.memory.grow(Math.ceil((needed - this.#bytes.length) / PAGE_BYTES));
    this.#bytes = new Uint8Array(this.#scan.memory.buffer);
  }

  /**
   * Adds hashes behind those that are there.
   * @param hashes eight 32-bit words each, one hash after the other
   */
  append(hashes: Uint32Array): void {
    const count = hashes.length / PDQ_WORDS;
    this.reserve(this.#size + count);
    for (let index = 0; index < count; index++) this.#write(this.#size++, hashes, index * PDQ_WORDS);
  }

  /** Forgets all of them. */
  clear(): void {
    this.#bytes.fill(0, BLOCKS_AT);
    this.#size = 0;
  }

  /** Puts another hash in a place. */
  replace(place: number, hash: Uint32Array): void {
    this.#write(place, hash, 0);
  }

  /**
   * Places whose hash lies within `maxDistanceBits` of one of `hashes`, nearest first, in their order where equally near.
   * Quick for distances under 96; beyond that nearly every hash is measured exactly.
   * @param hashes usually the eight orientations of one picture, each eight 32-bit words
   */
  near(hashes: readonly Uint32Array[], maxDistanceBits: number): NearFingerprint[] {
    const searched = hashes.map((hash) => groupedWords(hash, 0));
    const near: NearFingerprint[] = [];
    for (const place of this.#mayBeNear(familiesOf(searched), maxDistanceBits)) {
      const distanceBits = nearestOrientationBits(searched, this.#read(place));
      if (distanceBits <= maxDistanceBits) near.push({ place, distanceBits });
    }
    return near.sort((a, b) => a.distanceBits - b.distanceBits || a.place - b.place);
  }

  #mayBeNear(families: readonly HashFamily[], maxDistanceBits: number): Set<number> {
    const searched = families.map(({ base, slackBits }) => ({
      rows: rowsOf(base),
      limit: Math.min(MAX_LIMIT, maxDistanceBits + slackBits),
    }));
    const places = new Set<number>();
    const blocks = Math.ceil(this.#size / LANES);
    for (let from = 0; from < blocks; from += BLOCKS_AT_ONCE)
      for (const { rows, limit } of searched) {
        this.#bytes.set(rows, SEARCHED_AT);
        const to = Math.min(blocks, from + BLOCKS_AT_ONCE);
        const end = this.#scan.scan(BLOCKS_AT, from, to, SEARCHED_AT, limit, FOUND_AT);
        for (const place of new Uint32Array(this.#bytes.buffer, FOUND_AT, (end - FOUND_AT) / 4))
          if (place < this.#size) places.add(place);
      }
    return places;
  }

  #write(place: number, hashes: Uint32Array, from: number): void {
    const bytes = this.#bytes;
    const grouped = groupedWords(hashes, from, this.#grouped);
    let at = firstByteOf(place);
    for (let word = 0; word < PDQ_WORDS; word++)
      for (let shift = 0; shift < 32; shift += 8, at += LANES) bytes[at] = (grouped[word] as number) >>> shift;
  }

  /** The grouped words of a stored hash; the same array every time. */
  #read(place: number): Uint32Array {
    let at = firstByteOf(place);
    for (let word = 0; word < PDQ_WORDS; word++, at += 4 * LANES) {
      const byte = (row: number): number => this.#bytes[at + row * LANES] as number;
      this.#grouped[word] = byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
    }
    return this.#grouped;
  }
}

function firstByteOf(place: number): number {
  return BLOCKS_AT + Math.floor(place / LANES) * BLOCK_BYTES + (place % LANES);
}

/** Every byte of the hash sixteen times, in the order of a block's rows. */
function rowsOf(grouped: Uint32Array): Uint8Array {
  return Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => {
    const byte = Math.floor(at / LANES);
    return (grouped[byte >> 2] as number) >>> (8 * (byte & 3));
  });
}
