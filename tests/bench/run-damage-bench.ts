// A damage added to a listing picture and found again in another order's picture: recall of `damage-reused`, false alarms,
// and how often two different damages are taken for one.
// Run: node scripts/run-typescript.mjs tests/bench/run-damage-bench.ts FOLDER tune|report CASES SEED
import { readFileSync } from 'node:fs';
import { damageReused } from '../../utils/checks/damage-reused.ts';
import { type AddedLayer, addedLayerOf } from '../../utils/image/damage-patch/added-layer.ts';
import { cutDamagePatches } from '../../utils/image/damage-patch/cut-damage-patches.ts';
import type { DamagePatch } from '../../utils/image/damage-patch/damage-patch.ts';
import { matchLayers } from '../../utils/image/damage-patch/match-layers.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { earlierHistory, type HistoryEntry } from '../fixtures/earlier-history.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { damageLayer, layDamage } from './damage-layer.ts';
import { deliver } from './deliver.ts';
import { drawOverlay, OVERLAY_KINDS } from './draw-overlay.ts';
import { DAMAGE_KINDS, forgeDamage } from './forge-damage.ts';
import { pasteDamage } from './paste-damage.ts';
import { proportion } from './proportion.ts';
import { type MarkedRaster, type Raster, rasterOf, unmarked } from './raster.ts';
import { between, pick, seededRandom } from './seeded-random.ts';

const [folder, half, count, seed] = process.argv.slice(3) as [string, Half, string, string];
const MAX_PAIRS = 2000;
const { opencv } = await loadOpenCv();
const photos = basePhotos(folder, half);
/** `confirmed`: found once the seller has looked at every stored place. */
const tried = new Map<string, { found: number; confirmed: number; all: number }>();
const stored = { damage: 0, mayBeDrawn: 0, overlay: 0, overlayMayBeDrawn: 0 };
const entries: HistoryEntry[] = [];
const later: {
  readonly name: string;
  readonly raster: MarkedRaster;
  readonly seed: string;
  readonly listing: string;
  /** The number of the damage on it. */
  readonly damage: string;
}[] = [];
/** Every layer that was cut out, and the number of its damage. */
const layers: { readonly damage: string; readonly layer: AddedLayer; readonly mayBeDrawn: boolean }[] = [];
const keepLayers = (damage: string, patches: readonly DamagePatch[]): void => {
  for (const patch of patches)
    layers.push({ damage, layer: addedLayerOf(opencv, patch), mayBeDrawn: patch.mayBeDrawn === true });
};

for (let index = 0; index < Number(count); index++) {
  const random = seededRandom(`${seed}:damage:${index}`);
  const photo = pick(random, photos);
  const listing = await rasterOf(photo.path);
  const kind = DAMAGE_KINDS[index % DAMAGE_KINDS.length] as (typeof DAMAGE_KINDS)[number];
  const share = between(random, 0.005, 0.03);
  const shape = random();
  const layer =
    kind === 'clone' ? null : damageLayer(listing, kind, share, () => seededRandom(`${seed}:shape:${index}:${shape}`));
  const middle = (of: Raster) => ({
    x: of.width * between(random, 0.35, 0.65),
    y: of.height * between(random, 0.35, 0.65),
  });
  const damaged = layer
    ? layDamage(layer, listing, { scale: 1, turnRadians: 0, mirrored: false, ...middle(listing) })
    : forgeDamage(listing, kind, share, random);
  const source = await pictureOfFile('listing.jpg', readFileSync(photo.path));
  const cut = async (raster: MarkedRaster): Promise<HistoryEntry & { damages: readonly DamagePatch[] }> => {
    const picture = await pictureOfFile('earlier.jpg', (await deliver(raster, 're-save', random)).bytes);
    return { picture, damages: cutDamagePatches(opencv, source, picture) };
  };
  const entry = await cut(damaged);
  const drawn = await cut(await drawOverlay(unmarked(listing), pick(random, OVERLAY_KINDS), random));
  if (drawn.damages.some(({ mayBeDrawn }) => !mayBeDrawn)) stored.overlay++;
  else if (drawn.damages.length > 0) stored.overlayMayBeDrawn++;
  keepLayers(`drawn ${index}`, drawn.damages);
  keepLayers(`${index}`, entry.damages);
  if (entry.damages.length > 0) {
    if (entry.damages.some(({ mayBeDrawn }) => !mayBeDrawn)) stored.damage++;
    else stored.mayBeDrawn++;
    entries.push(entry);
    const { path } = pick(
      random,
      photos.filter(({ group }) => group !== photo.group),
    );
    const other = await rasterOf(path);
    const at = (number: string) => ({ seed: number, damage: `${index}` });
    later.push(
      { name: `same listing, ${kind}`, raster: damaged, listing: photo.path, ...at(`${index}`) },
      {
        name: `cut out, other product, ${kind}`,
        raster: pasteDamage(damaged, other, between(random, 0.7, 1.4) * sizeOf(other, listing)),
        listing: path,
        ...at(`o${index}`),
      },
    );
    if (layer) {
      const position = {
        scale: between(random, 0.7, 1.4) * sizeOf(other, listing),
        turnRadians: random() < 0.5 ? between(random, -0.5, 0.5) : 0,
        mirrored: random() < 0.3,
        ...middle(other),
      };
      const laid = layDamage(layer, other, position);
      later.push({ name: `layer, other product, ${kind}`, raster: laid, listing: path, ...at(`l${index}`) });
    }
    const honest = { raster: unmarked(other), seed: `h${index}`, damage: `h${index}` };
    later.push({ name: 'honest: other photograph', listing: path, ...honest });
  }
  later.push({
    name: 'honest: listing sent unchanged',
    raster: unmarked(listing),
    seed: `u${index}`,
    listing: photo.path,
    damage: `u${index}`,
  });
  const again = forgeDamage(listing, kind, between(random, 0.005, 0.03), random);
  later.push({
    name: 'another damage on the same listing',
    raster: again,
    seed: `a${index}`,
    listing: photo.path,
    damage: `a${index}`,
  });
}
const history = earlierHistory(opencv, entries);
const confirmedHistory = earlierHistory(
  opencv,
  entries.map((entry) => ({ ...entry, isConfirmed: true })),
);
const elapsed: number[] = [];
for (const { name, raster, seed: own, listing, damage } of later) {
  const random = seededRandom(`${seed}:later:${own}`);
  const delivery = pick(random, ['re-save', 'chat', 'scale', 'crop', 'mirror', 'tone'] as const);
  const picture = await pictureOfFile('later.jpg', (await deliver(raster, delivery, random)).bytes);
  const shopPicture = await pictureOfFile('listing.jpg', readFileSync(listing));
  const started = performance.now();
  const isFoundIn = async (earlier: typeof history): Promise<boolean> => {
    const outcome = await damageReused.run(checkInput({ picture, earlier, listing: [shopPicture], opencv }));
    return outcome.status === 'done' && outcome.findings.length > 0;
  };
  const isFound = await isFoundIn(history);
  elapsed.push(performance.now() - started);
  keepLayers(damage, cutDamagePatches(opencv, shopPicture, picture));
  const counts = tried.get(name) ?? { found: 0, confirmed: 0, all: 0 };
  counts.all++;
  if (isFound) counts.found++;
  if (await isFoundIn(confirmedHistory)) counts.confirmed++;
  tried.set(name, counts);
}
console.log(
  `damages stored ${proportion(stored.damage, Number(count))}, as what may be drawn ${proportion(stored.mayBeDrawn, Number(count))}; ` +
    `honest drawings stored ${proportion(stored.overlay, Number(count))}, as what may be drawn ${proportion(stored.overlayMayBeDrawn, Number(count))}`,
);
for (const group of ['same listing', 'cut out', 'layer', 'honest', 'another']) {
  const rows = [...tried].filter(([name]) => name.startsWith(group));
  const sum = (of: 'found' | 'confirmed' | 'all'): number => rows.reduce((total, [, counts]) => total + counts[of], 0);
  console.log(`${group}: ${proportion(sum('found'), sum('all'))}`);
  console.log(`  all places confirmed: ${proportion(sum('confirmed'), sum('all'))}`);
  for (const [name, { found, confirmed, all }] of rows) console.log(`  ${name} ${found}, ${confirmed} of ${all}`);
}
const pairs = differentPairs(MAX_PAIRS);
const mistaken = pairs.filter(({ a, b }) => matchLayers(a.layer, b.layer) !== null);
const counted = mistaken.filter(({ a, b }) => !a.mayBeDrawn || !b.mayBeDrawn);
console.log(`different damages and drawings taken for one: ${proportion(mistaken.length, pairs.length)} pairs`);
console.log(`  of which one at least is no drawing: ${counted.length}`);
elapsed.sort((a, b) => a - b);
console.log(
  `time of the check against ${entries.length} damages: median ${elapsed[elapsed.length >> 1]?.toFixed(0)} ms`,
);

/** How much larger one picture is than another, by the diagonal. */
function sizeOf(a: Raster, b: Raster): number {
  return Math.hypot(a.width, a.height) / Math.hypot(b.width, b.height);
}

/** Pairs of different damages, at most so many of them, drawn at random. */
function differentPairs(most: number) {
  const random = seededRandom(`${seed}:pairs`);
  return layers
    .flatMap((a, index) => layers.slice(index + 1).flatMap((b) => (a.damage === b.damage ? [] : [{ a, b }])))
    .map((pair) => ({ ...pair, order: random() }))
    .sort((p, q) => p.order - q.order)
    .slice(0, most);
}
