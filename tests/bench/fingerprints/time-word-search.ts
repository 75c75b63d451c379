// Time of one search by visual words among a hundred thousand pictures, and the size of the stored index.
// Run: npm run bench -- words
import { VisualWordIndex } from '../../../utils/image/visual-word-index.ts';
import { seededRandom } from '../seeded-random.ts';

const PICTURES = 100_000;
const STORED = 570;
const SEARCHED = 1900;
const ROUNDS = 9;
const random = seededRandom(1);

/** Real words are far from evenly spread; squaring makes the commonest hundredth ten times as common as the average. */
const entries = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, () => (Math.floor(random() ** 2 * 2 ** 21) << 9) | Math.floor(random() * 256));

const index = new VisualWordIndex();
const elapsedMs = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const filled = elapsedMs(() => {
  for (let picture = 0; picture < PICTURES; picture++) index.add(`pinduoduo:${picture}:0`, entries(STORED));
});
const times = Array.from({ length: ROUNDS }, () => {
  const searched = Array.from({ length: 4 }, () => entries(SEARCHED));
  return elapsedMs(() => index.near(searched, 4, 40));
}).sort((a, b) => a - b);
console.log(`search of ${PICTURES}, 4 images of ${SEARCHED} words: median ${times[ROUNDS >> 1]?.toFixed(0)} ms`);
let buffer = new ArrayBuffer(0);
const written = elapsedMs(() => {
  buffer = index.toBuffer();
});
const read = elapsedMs(() => VisualWordIndex.fromBuffer(buffer));
console.log(
  `fill ${filled.toFixed(0)} ms, write ${written.toFixed(0)} ms, read ${read.toFixed(0)} ms, ${(buffer.byteLength / 1e6).toFixed(0)} MB`,
);
