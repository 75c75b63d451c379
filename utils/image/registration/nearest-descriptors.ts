import { instantiateWasm } from '../instantiate-wasm.ts';
import { NEAREST_DESCRIPTORS_MODULE } from './nearest-descriptors-module.ts';

/** The exports of nearest-descriptors.wat, which says what they mean. */
interface Nearest {
  readonly memory: WebAssembly.Memory;
  nearestTwo(blocks: number, count: number, query: number, queries: number, found: number): void;
}

/** Numbers of one answer of `nearestTwo`. */
export const NUMBERS_PER_ANSWER = 3;
/** Stands for no distance. */
export const NO_DISTANCE = 255;

const DESCRIPTOR_BYTES = 32;
const LANES = 16;
const BLOCK_BYTES = DESCRIPTOR_BYTES * LANES;
const PAGE_BYTES = 65_536;
/** The first bytes are the module's own. */
const BLOCKS_AT = 64;

/** Started when first needed: what only imports this file (a page that lists the checks) needs none of it. */
let started: Nearest | null = null;

/**
 * The nearest and the second nearest of `sources` to each of `queries`, by Hamming distance.
 * @param sources eight 32-bit words each
 * @param queries eight 32-bit words each
 * @returns for each query the index of the nearest, its distance in bits, and the distance of the second nearest;
 * distances are `NO_DISTANCE` where there is none under that
 */
export function nearestTwo(sources: Uint32Array, queries: Uint32Array): Int32Array {
  const sourceBytes = bytesOf(sources);
  const queryBytes = bytesOf(queries);
  const count = sourceBytes.length / DESCRIPTOR_BYTES;
  const queryCount = queryBytes.length / DESCRIPTOR_BYTES;
  const queriesAt = BLOCKS_AT + Math.ceil(count / LANES) * BLOCK_BYTES;
  const foundAt = queriesAt + queryBytes.length;
  const endAt = foundAt + queryCount * NUMBERS_PER_ANSWER * 4;
  started ??= instantiateWasm(NEAREST_DESCRIPTORS_MODULE) as unknown as Nearest;
  const { memory } = started;
  const missing = endAt - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const heap = new Uint8Array(memory.buffer);
  for (let index = 0; index < count; index++) {
    let at = BLOCKS_AT + Math.floor(index / LANES) * BLOCK_BYTES + (index % LANES);
    for (let byte = index * DESCRIPTOR_BYTES, end = byte + DESCRIPTOR_BYTES; byte < end; byte++, at += LANES)
      heap[at] = sourceBytes[byte] as number;
  }
  heap.set(queryBytes, queriesAt);
  started.nearestTwo(BLOCKS_AT, count, queriesAt, queryCount, foundAt);
  return new Int32Array(memory.buffer.slice(foundAt, endAt));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
