// Time of one search among a million fingerprints in eight orientations, against a plain scan of the same hashes.
// Run: node scripts/run-typescript.mjs tests/bench/fingerprint-index.ts
import { FingerprintIndex } from '../../utils/image/fingerprint-index.ts';
import { nearestOrientationBits, pdqOf } from '../../utils/image/pdq.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { scenePhoto } from '../fixtures/scene-photo.ts';
import { seededRandom } from './seeded-random.ts';

const COUNT = 1_000_000;
const ROUNDS = 5;
const random = seededRandom(1);
const hashes = Uint32Array.from({ length: COUNT * 8 }, () => random() * 2 ** 32);
const separate = Array.from({ length: COUNT }, (_, place) => hashes.subarray(place * 8, place * 8 + 8));

const elapsedMs = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number;

const index = new FingerprintIndex();
index.reserve(COUNT);
console.log(`fill ${elapsedMs(() => index.append(hashes)).toFixed(0)} ms, ${((COUNT * 32) / 1e6).toFixed(0)} MB`);
for (const maxDistanceBits of [31, 50]) {
  const fast: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { pixels } = await pictureOfFile('photo.jpg', await scenePhoto(round + 1));
    const { orientations } = pdqOf(pixels as NonNullable<typeof pixels>);
    // Turn by turn, so that whatever else runs on the machine slows both down alike.
    fast.push(elapsedMs(() => index.near(orientations, maxDistanceBits)));
    plain.push(
      elapsedMs(() => separate.filter((hash) => nearestOrientationBits(orientations, hash) <= maxDistanceBits)),
    );
  }
  const [own, other] = [median(fast), median(plain)];
  console.log(
    `search of ${COUNT} in 8 orientations within ${maxDistanceBits} bits: ${own.toFixed(1)} ms; plain scan ${other.toFixed(0)} ms, ${(other / own).toFixed(0)} times as long`,
  );
}
