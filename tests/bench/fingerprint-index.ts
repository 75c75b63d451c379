// Time of one search among a million fingerprints, eight orientations, and the size of the stored index.
// Run: node scripts/run-typescript.mjs tests/bench/fingerprint-index.ts
import { FingerprintIndex } from '../../utils/image/fingerprint-index.ts';
import { seededRandom } from './seeded-random.ts';

const COUNT = 1_000_000;
const ROUNDS = 15;
const random = seededRandom(1);
const randomHash = (): Uint32Array => Uint32Array.from({ length: 8 }, () => random() * 2 ** 32);

const index = new FingerprintIndex();
const elapsedMs = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const median = (values: number[]): string => (values.sort((a, b) => a - b)[values.length >> 1] as number).toFixed(1);

const filled = elapsedMs(() => {
  for (let picture = 0; picture < COUNT; picture++) index.add(`pinduoduo:${picture}:0`, randomHash());
});
for (const maxDistanceBits of [31, 60]) {
  const times = Array.from({ length: ROUNDS }, () => {
    const hashes = Array.from({ length: 8 }, randomHash);
    return elapsedMs(() => index.near(hashes, maxDistanceBits));
  });
  console.log(`search of ${COUNT}, 8 orientations, ≤ ${maxDistanceBits} bits: median ${median(times)} ms of ${ROUNDS}`);
}
let buffer = new ArrayBuffer(0);
const written = elapsedMs(() => {
  buffer = index.toBuffer();
});
const read = elapsedMs(() => FingerprintIndex.fromBuffer(buffer));
console.log(
  `fill ${filled.toFixed(0)} ms, write ${written.toFixed(0)} ms, read ${read.toFixed(0)} ms, ${(buffer.byteLength / 1e6).toFixed(1)} MB`,
);
