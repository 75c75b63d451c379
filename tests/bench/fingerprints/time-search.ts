// Time of one search among a million fingerprints in eight orientations, against a plain scan of the same hashes and
// against numpy on as many. Run: npm run bench -- fingerprints
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { FingerprintIndex } from '../../../utils/image/fingerprint-index.ts';
import { nearestOrientationBits, pdqOf } from '../../../utils/image/pdq.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { scenePhoto } from '../../fixtures/scene-photo.ts';
import { seededRandom } from '../seeded-random.ts';
import { timesOf } from './times-of.ts';

const COUNT = 1_000_000;
const ROUNDS = 50;
/** The peers take a hundred times as long. */
const PEER_ROUNDS = 5;
/** What `seen-before` counts as the same, and what it looks for. */
const LIMITS = [31, 50];
const random = seededRandom(1);
const hashes = Uint32Array.from({ length: COUNT * 8 }, () => random() * 2 ** 32);
const separate = Array.from({ length: COUNT }, (_, place) => hashes.subarray(place * 8, place * 8 + 8));
const photographs = await Promise.all(
  Array.from({ length: PEER_ROUNDS }, async (_, seed) => {
    const { pixels } = await pictureOfFile('photo.jpg', await scenePhoto(seed + 1));
    return pdqOf(pixels as NonNullable<typeof pixels>).orientations;
  }),
);

const elapsedMs = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const index = new FingerprintIndex();
index.reserve(COUNT);
const filledMs = elapsedMs(() => index.append(hashes));
console.log(`build ${filledMs.toFixed(0)} ms, ${(index.sizeBytes / 1e6).toFixed(1)} MB`);
for (const maxDistanceBits of LIMITS) {
  const own: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const orientations = photographs[round % PEER_ROUNDS] as Uint32Array[];
    // Turn by turn, so that whatever else runs on the machine slows both down alike.
    own.push(elapsedMs(() => index.near(orientations, maxDistanceBits)));
    if (round < PEER_ROUNDS)
      plain.push(
        elapsedMs(() => separate.filter((hash) => nearestOrientationBits(orientations, hash) <= maxDistanceBits)),
      );
  }
  console.log(`within ${maxDistanceBits} bits, Node: ${timesOf(own)}`);
  console.log(`  plain scan in JavaScript: ${timesOf(plain)}`);
}
const script = new URL('scan-with-numpy.py', import.meta.url).pathname;
console.log(`numpy, ${execFileSync('/usr/bin/python3', [script, String(COUNT)], { encoding: 'utf8' }).trim()}`);
console.log(`load ${(loadavg()[0] as number).toFixed(1)}`);
