// Two pictures of one claim: recall of `contradiction` and its false alarms, per kind of pair.
// Run: node scripts/run-typescript.mjs tests/bench/run-contradiction-bench.ts FOLDER tune|report PHOTOS SEED [KIND,…]
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
for (const [name, makePair] of Object.entries(PAIRS)) {
  if (only && !only.split(',').includes(name)) continue;
  const counts = new Map<string, number>();
  const grains: string[] = [];
  for (let index = 0; index < Number(count); index++) {
    const random = seededRandom(`${seed}:${name}:${index}`);
    // Reduced first, so that the photograph's own noise is mostly gone before the new noise is added.
    const scene = await transform(unmarked(await rasterOf(pick(random, photos).path, 1280)), (image) =>
      image.resize({ width: 640, height: 640, fit: 'outside', withoutEnlargement: true }),
    );
    const pair = await makePair(scene, random);
    const [sibling, picture] = (await Promise.all(
      pair.map(async (raster) => {
        const delivery: Delivery = random() < 0.5 ? 're-save' : pick(random, DELIVERIES);
        return pictureOfFile('claim.jpg', (await deliver(raster, delivery, random)).bytes);
      }),
    )) as [Picture, Picture];
    const started = performance.now();
    const outcome = await contradiction.run(checkInput({ picture, siblings: [sibling], opencv }));
    elapsed.push(performance.now() - started);
    const verdict =
      outcome.status === 'skipped'
        ? `skipped ${outcome.reason}`
        : (outcome.findings.map(({ kind, grade }) => `${kind} ${grade}`)[0] ?? 'nothing');
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const [finding] = outcome.status === 'done' ? outcome.findings : [];
    if (finding) grains.push(`${Number(finding.params.grainCorrelation).toFixed(2)}`);
  }
  const clues = counts.get('contradiction clue') ?? 0;
  const rest = [...counts].map(([verdict, n]) => `${verdict} ${n}`).join(', ');
  console.log(`${name.padEnd(22)} clue ${proportion(clues, Number(count)).padEnd(34)} ${rest}`);
  console.log(`  grain ${grains.sort().join(' ')}`);
}
elapsed.sort((a, b) => a - b);
console.log(`time a pair: median ${elapsed[elapsed.length >> 1]?.toFixed(0)} ms`);
