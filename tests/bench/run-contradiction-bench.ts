// Two pictures of one claim: recall of `contradiction` and its false alarms, per kind of pair.
// Run: node scripts/run-typescript.mjs tests/bench/run-contradiction-bench.ts FOLDER tune|report PHOTOS SEED [genuine|KIND,…]
import type { CheckOutcome } from '../../utils/checks/check.ts';
import { contradiction } from '../../utils/checks/contradiction.ts';
import type { Picture } from '../../utils/image/picture.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { DELIVERIES, type Delivery, deliver } from './deliver.ts';
import { drawOverlay, OVERLAY_KINDS } from './draw-overlay.ts';
import { expose, shake } from './expose.ts';
import { DAMAGE_KINDS, forgeDamage } from './forge-damage.ts';
import { proportion } from './proportion.ts';
import { type MarkedRaster, type Raster, rasterOf, transform, unmarked } from './raster.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';

type Pair = readonly [MarkedRaster, MarkedRaster];

const damaged = (raster: Raster, random: Random): MarkedRaster =>
  forgeDamage(raster, pick(random, DAMAGE_KINDS), between(random, 0.004, 0.03), random);

/** What a buyer may send two of; the first two kinds are what is looked for, the others are honest. */
const PAIRS: Readonly<Record<string, (scene: Raster, random: Random) => Promise<Pair>>> = {
  'one edited': async (scene, random) => {
    const shot = await expose(scene, random);
    return [unmarked(shot), damaged(shot, random)];
  },
  'both edited': async (scene, random) => {
    const shot = await expose(scene, random);
    return [damaged(shot, random), damaged(shot, random)];
  },
  'sent twice': async (scene, random) => {
    const shot = unmarked(await expose(scene, random));
    return [shot, shot];
  },
  'one drawn on': async (scene, random) => {
    const shot = unmarked(await expose(scene, random));
    return [shot, await drawOverlay(shot, pick(random, OVERLAY_KINDS), random)];
  },
  'tripod: thing changed': async (scene, random) => [
    unmarked(await expose(scene, random)),
    unmarked(await expose(damaged(scene, random), random)),
  ],
  'burst: thing changed': async (scene, random) => [
    unmarked(await expose(scene, random)),
    await shake(unmarked(await expose(damaged(scene, random), random)), random),
  ],
};

const [folder, half, count, seed, only] = process.argv.slice(3) as [string, Half, string, string, string?];
const { opencv } = await loadOpenCv();
const photos = basePhotos(folder, half);
const elapsed: number[] = [];

/** Two rasters, each delivered by a chain of its own. */
async function compare(pair: Pair, random: Random): Promise<CheckOutcome> {
  const [sibling, picture] = (await Promise.all(
    pair.map(async (raster) => {
      const delivery: Delivery = random() < 0.5 ? 're-save' : pick(random, DELIVERIES);
      return pictureOfFile('claim.jpg', (await deliver(raster, delivery, random)).bytes);
    }),
  )) as [Picture, Picture];
  const started = performance.now();
  const outcome = await contradiction.run(checkInput({ picture, siblings: [sibling], opencv }));
  elapsed.push(performance.now() - started);
  return outcome;
}

function report(name: string, outcomes: readonly CheckOutcome[]): void {
  const counts = new Map<string, number>();
  const grains: string[] = [];
  for (const outcome of outcomes) {
    const [finding] = outcome.status === 'done' ? outcome.findings : [];
    const verdict =
      outcome.status === 'skipped'
        ? `skipped ${outcome.reason}`
        : finding
          ? `${finding.kind} ${finding.grade}`
          : 'nothing';
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (finding) grains.push(`${Number(finding.params.grainCorrelation).toFixed(2)}`);
  }
  const clues = counts.get('contradiction clue') ?? 0;
  const rest = [...counts].map(([verdict, n]) => `${verdict} ${n}`).join(', ');
  console.log(`${name.padEnd(22)} clue ${proportion(clues, outcomes.length).padEnd(34)} ${rest}`);
  console.log(`  grain ${grains.sort().join(' ')}`);
}

/** Genuine photographs of one kind of goods, two at a time: every pair there is, as many as asked for. */
async function compareGenuine(): Promise<void> {
  const random = seededRandom(`${seed}:genuine`);
  const pairs = photos
    .flatMap((a, at) => photos.slice(at + 1).flatMap((b) => (a.group === b.group ? [[a, b] as const] : [])))
    .map((pair) => ({ pair, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, Number(count));
  const outcomes: CheckOutcome[] = [];
  for (const { pair } of pairs) {
    const [a, b] = await Promise.all(pair.map(async ({ path }) => unmarked(await rasterOf(path, 1280))));
    outcomes.push(await compare([a as MarkedRaster, b as MarkedRaster], random));
  }
  report('genuine, same goods', outcomes);
}

if (only === 'genuine') await compareGenuine();
for (const [name, makePair] of Object.entries(PAIRS)) {
  if (only && !only.split(',').includes(name)) continue;
  const outcomes: CheckOutcome[] = [];
  for (let index = 0; index < Number(count); index++) {
    const random = seededRandom(`${seed}:${name}:${index}`);
    // Reduced first, so that the photograph's own noise is mostly gone before the new noise is added.
    const scene = await transform(unmarked(await rasterOf(pick(random, photos).path, 1280)), (image) =>
      image.resize({ width: 640, height: 640, fit: 'outside', withoutEnlargement: true }),
    );
    outcomes.push(await compare(await makePair(scene, random), random));
  }
  report(name, outcomes);
}
elapsed.sort((a, b) => a - b);
console.log(`time a pair: median ${elapsed[elapsed.length >> 1]?.toFixed(0)} ms`);
