import { deflateSync } from 'node:zlib';
import { MAX_PARTS } from '../../utils/image/containers/container.ts';
import { pick, type Random } from '../bench/seeded-random.ts';
import { join } from '../fixtures/files/bytes.ts';
import { chunk } from '../fixtures/files/make-png.ts';

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** Values that break sums, signs and loops. */
const EDGES = [
  0, 1, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff,
];
const BOMB_BYTES = 40 * 2 ** 20;
const MAX_MUTATIONS = 4;
/** Where headers and directories stand. */
const HEAD_BYTES = 600;

/** What attackers, broken uploads and damaged storage do to a file. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'flip bits': (bytes, random) => {
    const changed = bytes.slice();
    const count = 1 + Math.floor(random() * 16);
    for (let i = 0; i < count; i++) {
      const at = placeIn(bytes, random);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return changed;
  },
  truncate: (bytes, random) => bytes.slice(0, placeIn(bytes, random)),
  'write a number': (bytes, random) => {
    const changed = bytes.slice();
    const [at, value] = [placeIn(bytes, random), pick(random, EDGES)];
    const size = pick(random, [1, 2, 4]);
    const littleEndian = random() < 0.5;
    for (let i = 0; i < size && at + i < changed.length; i++) {
      changed[at + i] = (value >>> (8 * (littleEndian ? i : size - 1 - i))) & 255;
    }
    return changed;
  },
  'repeat a part': (bytes, random) => {
    const [start, end] = rangeIn(bytes, random);
    const times = pick(random, [1, 2, 50]);
    return join(bytes.subarray(0, end), ...Array(times).fill(bytes.subarray(start, end)), bytes.subarray(end));
  },
  'repeat a few bytes many times': (bytes, random) => {
    const start = placeIn(bytes, random);
    const part = bytes.subarray(start, start + 4 + Math.floor(random() * 20));
    return join(bytes.subarray(0, start), ...Array(20_000).fill(part), bytes.subarray(start));
  },
  'leave a part out': (bytes, random) => {
    const [start, end] = rangeIn(bytes, random);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  'exchange two parts': (bytes, random) => {
    const [start, middle] = rangeIn(bytes, random);
    const end = Math.min(bytes.length, middle + Math.floor(random() * 500));
    return join(
      bytes.subarray(0, start),
      bytes.subarray(middle, end),
      bytes.subarray(start, middle),
      bytes.subarray(end),
    );
  },
  'join with another file': (bytes, random, other) =>
    join(bytes.subarray(0, placeIn(bytes, random)), other.subarray(placeIn(other, random))),
  'put another file inside': (bytes, random, other) => {
    const at = placeIn(bytes, random);
    return join(bytes.subarray(0, at), other, bytes.subarray(at));
  },
  'put a bomb inside': (bytes, random) => {
    // After a PNG's IHDR; anywhere in other formats.
    const at = bytes[0] === 0x89 ? 33 : placeIn(bytes, random);
    return join(bytes.subarray(0, at), bombChunk(pick(random, ['zTXt', 'iTXt', 'iCCP', 'eXIf'])), bytes.subarray(at));
  },
  'hide behind many parts': (bytes, random) => {
    // A walk that stops at so many parts never sees what follows them.
    const [at, part] = bytes[0] === 0x89 ? [33, chunk('tEXt', join('k\0'))] : [2, Uint8Array.of(0xff, 0xe5, 0, 3, 0)];
    const count = pick(random, [MAX_PARTS - 1, MAX_PARTS, MAX_PARTS + 1]);
    return join(bytes.subarray(0, at), ...Array<Uint8Array>(count).fill(part), bytes.subarray(at));
  },
  'nest deeply': (bytes, random) => {
    const at = placeIn(bytes, random);
    const [open] = [pick(random, ['<a>', '<rdf:li>', '{"a":', '[', '((', '&amp;'])];
    return join(bytes.subarray(0, at), open.repeat(30_000), bytes.subarray(at));
  },
};

let bomb: Buffer | null = null;
/** A chunk of 40 kB that inflates to 40 MB. */
function bombChunk(type: string): Uint8Array {
  bomb ??= deflateSync(new Uint8Array(BOMB_BYTES));
  return chunk(type, join('k\0', type === 'iTXt' ? '\x01\0\0\0' : '\0', bomb));
}

/** A file with one to four mutations; the same for the same stream of random numbers. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; how: string[] } {
  const how: string[] = [];
  let changed = bytes;
  const count = 1 + Math.floor(random() * MAX_MUTATIONS);
  for (let i = 0; i < count; i++) {
    const name = pick(random, Object.keys(MUTATIONS));
    changed = (MUTATIONS[name] as Mutation)(changed, random, other);
    how.push(name);
  }
  return { bytes: changed, how };
}

/** Half of the places are in the head, where most structure stands. */
function placeIn(bytes: Uint8Array, random: Random): number {
  const end = random() < 0.5 ? Math.min(HEAD_BYTES, bytes.length) : bytes.length;
  return Math.floor(random() * end);
}

function rangeIn(bytes: Uint8Array, random: Random): [start: number, end: number] {
  const start = placeIn(bytes, random);
  return [start, Math.min(bytes.length, start + 1 + Math.floor(random() * 500))];
}
