// A damage added to a listing picture and found again in another order's picture: recall of `damage-reused`, false alarms.
// Run: node scripts/run-typescript.mjs tests/bench/run-damage-bench.ts FOLDER tune|report CASES SEED
import { readFileSync } from 'node:fs';
import { damageReused } from '../../utils/checks/damage-reused.ts';
import { cutDamagePatches } from '../../utils/image/damage-patch/cut-damage-patches.ts';
import type { DamagePatch } from '../../utils/image/damage-patch/damage-patch.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { earlierHistory, type HistoryEntry } from '../fixtures/earlier-history.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { deliver } from './deliver.ts';
import { drawOverlay, OVERLAY_KINDS } from './draw-overlay.ts';
import { DAMAGE_KINDS, forgeDamage } from './forge-damage.ts';
import { pasteDamage } from './paste-damage.ts';
import { proportion } from './proportion.ts';
import { type MarkedRaster, rasterOf, unmarked } from './raster.ts';
import { between, pick, seededRandom } from './seeded-random.ts';

const [folder, half, count, seed] = process.argv.slice(3) as [string, Half, string, string];
const { opencv } = await loadOpenCv();
const photos = basePhotos(folder, half);
const tried = new Map<string, { found: number; all: number }>();
const stored = { damage: 0, overlay: 0 };
const entries: HistoryEntry[] = [];
const later: { readonly name: string; readonly raster: MarkedRaster; readonly seed: string; listing: string }[] = [];

for (let index = 0; index < Number(count); index++) {
  const random = seededRandom(`${seed}:damage:${index}`);
  const photo = pick(random, photos);
  const listing = await rasterOf(photo.path);
  const kind = DAMAGE_KINDS[index % DAMAGE_KINDS.length] as (typeof DAMAGE_KINDS)[number];
  const damaged = forgeDamage(listing, kind, between(random, 0.005, 0.03), random);
  const source = await pictureOfFile('listing.jpg', readFileSync(photo.path));
  const cut = async (raster: MarkedRaster): Promise<HistoryEntry & { damages: readonly DamagePatch[] }> => {
    const picture = await pictureOfFile('earlier.jpg', (await deliver(raster, 're-save', random)).bytes);
    return { picture, damages: cutDamagePatches(opencv, source, picture) };
  };
  const entry = await cut(damaged);
  const drawn = await cut(await drawOverlay(unmarked(listing), pick(random, OVERLAY_KINDS), random));
  if (drawn.damages.length > 0) stored.overlay++;
  if (entry.damages.length > 0) {
    stored.damage++;
    entries.push(entry);
    const { path } = pick(
      random,
      photos.filter(({ group }) => group !== photo.group),
    );
    const other = await rasterOf(path);
    later.push(
      { name: `same listing, ${kind}`, raster: damaged, seed: `${index}`, listing: photo.path },
      {
        name: `other product, ${kind}`,
        raster: pasteDamage(damaged, other, between(random, 0.6, 1.6)),
        seed: `o${index}`,
        listing: path,
      },
    );
    later.push({ name: 'honest: other photograph', raster: unmarked(other), seed: `h${index}`, listing: path });
  }
  later.push({
    name: 'honest: listing sent unchanged',
    raster: unmarked(listing),
    seed: `u${index}`,
    listing: photo.path,
  });
  const again = forgeDamage(listing, kind, between(random, 0.005, 0.03), random);
  later.push({ name: 'another damage on the same listing', raster: again, seed: `a${index}`, listing: photo.path });
}
const history = earlierHistory(opencv, entries);
const elapsed: number[] = [];
for (const { name, raster, seed: own, listing } of later) {
  const random = seededRandom(`${seed}:later:${own}`);
  const delivery = pick(random, ['re-save', 'chat', 'scale', 'crop', 'mirror', 'tone'] as const);
  const picture = await pictureOfFile('later.jpg', (await deliver(raster, delivery, random)).bytes);
  const shopPicture = await pictureOfFile('listing.jpg', readFileSync(listing));
  const started = performance.now();
  const outcome = await damageReused.run(checkInput({ picture, earlier: history, listing: [shopPicture], opencv }));
  elapsed.push(performance.now() - started);
  const counts = tried.get(name) ?? { found: 0, all: 0 };
  counts.all++;
  if (outcome.status === 'done' && outcome.findings.length > 0) counts.found++;
  tried.set(name, counts);
}
console.log(
  `damages stored ${proportion(stored.damage, Number(count))}; honest drawings stored ${proportion(stored.overlay, Number(count))}`,
);
for (const group of ['same listing', 'other product', 'honest', 'another']) {
  const rows = [...tried].filter(([name]) => name.startsWith(group));
  const sum = rows.reduce((a, [, b]) => ({ found: a.found + b.found, all: a.all + b.all }), { found: 0, all: 0 });
  console.log(`${group}: ${proportion(sum.found, sum.all)}`);
  for (const [name, { found, all }] of rows) console.log(`  ${name} ${found}/${all}`);
}
elapsed.sort((a, b) => a - b);
console.log(
  `time of the check against ${entries.length} damages: median ${elapsed[elapsed.length >> 1]?.toFixed(0)} ms`,
);
