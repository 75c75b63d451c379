// Recall of `seen-before` per way of sending a picture again, and its false alarms.
// Run: node scripts/run-typescript.mjs tests/bench/run-reuse-bench.ts FOLDER tune|report PHOTOS SEED [reuse|genuine|screens] [CHAIN,…]
import { readFileSync } from 'node:fs';
import type { CheckOutcome } from '../../utils/checks/check.ts';
import { seenBefore } from '../../utils/checks/seen-before.ts';
import { APP_SCREENS, appScreen } from '../fixtures/app-screens.ts';
import { CLAIM, checkInput } from '../fixtures/check-input.ts';
import { earlierHistory, type HistoryEntry } from '../fixtures/earlier-history.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { type Half, photosOfHalf } from './photo-halves.ts';
import { proportion } from './proportion.ts';
import { REUSE_CHAINS } from './reuse-chains.ts';
import { seededRandom } from './seeded-random.ts';

const [folder, half, count, seed, mode = 'reuse', only] = process.argv.slice(3) as [
  string,
  Half,
  string,
  string,
  ('reuse' | 'genuine' | 'screens')?,
  string?,
];
const chains = Object.entries(REUSE_CHAINS).filter(([name]) => !only || only.split(',').includes(name));
const random = seededRandom(`${seed}:${half}`);
const { opencv } = await loadOpenCv();
const files = photosOfHalf(folder, half);
const outcomes = new Map<string, Map<string, number>>();

const verdictOf = (outcome: CheckOutcome): string =>
  outcome.status === 'skipped'
    ? `skipped ${outcome.reason}`
    : (outcome.findings.map(({ kind, grade }) => `${kind} ${grade}`)[0] ?? 'nothing');

async function run(name: string, bytes: Uint8Array, earlier: ReturnType<typeof earlierHistory>): Promise<string> {
  const picture = await pictureOfFile('claim.jpg', bytes);
  const start = performance.now();
  const verdict = verdictOf(await seenBefore.run(checkInput({ picture, claim: CLAIM, earlier, opencv })));
  elapsed.push(performance.now() - start);
  const counts = outcomes.get(name) ?? new Map<string, number>();
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  outcomes.set(name, counts);
  return verdict;
}

const elapsed: number[] = [];
const entries: HistoryEntry[] = [];
for (const file of files) entries.push({ picture: await pictureOfFile(file, readFileSync(file)) });
const chosen = files
  .map((file) => ({ file, order: random() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, Number(count))
  .map(({ file }) => file);
console.log(`${files.length} photographs in the history, ${chosen.length} sent again, ${half} half, seed ${seed}`);

if (mode === 'reuse') {
  const history = earlierHistory(opencv, entries);
  for (const file of chosen)
    for (const [name, chain] of chains) await run(name, await chain(readFileSync(file), random), history);
} else if (mode === 'genuine') {
  // Every photograph against the history of all others: other goods, the same goods, the same shelf.
  for (const file of chosen)
    await run(
      'genuine photographs',
      readFileSync(file),
      earlierHistory(
        opencv,
        entries.filter((_, other) => files[other] !== file),
      ),
    );
} else {
  // Screens of other buyers, then this buyer's screen of the same app.
  for (const kind of APP_SCREENS) {
    const screens = [];
    for (let seed = 0; seed < Number(count); seed++)
      screens.push(await appScreen(kind, seed, readFileSync(files[seed % 3] as string)));
    const earlier = await Promise.all(screens.slice(1).map((bytes) => pictureOfFile('screen.jpg', bytes)));
    const history = earlierHistory(
      opencv,
      earlier.map((picture) => ({ picture })),
    );
    await run(`screen ${kind}`, screens[0] as Uint8Array, history);
    for (const bytes of screens.slice(1))
      await run(
        `screen ${kind}, other`,
        (await REUSE_CHAINS.resave?.(bytes, random)) as Uint8Array,
        earlierHistory(opencv, [{ picture: await pictureOfFile('s', screens[0] as Uint8Array) }]),
      );
  }
}
for (const [name, counts] of outcomes) {
  const total = [...counts.values()].reduce((a, b) => a + b);
  const found = [...counts].filter(([verdict]) => /proof|clue/.test(verdict)).reduce((sum, [, n]) => sum + n, 0);
  const rest = [...counts].map(([verdict, n]) => `${verdict} ${n}`).join(', ');
  console.log(`${name.padEnd(22)} found ${proportion(found, total).padEnd(34)} ${rest}`);
}
elapsed.sort((a, b) => a - b);
console.log(
  `time: median ${elapsed[elapsed.length >> 1]?.toFixed(0)} ms, 95 % ${elapsed[Math.floor(elapsed.length * 0.95)]?.toFixed(0)} ms`,
);
