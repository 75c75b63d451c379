import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename } from 'node:path';
import sharp from 'sharp';
import { listingMatch } from '../../utils/checks/listing-match.ts';
import type { Picture } from '../../utils/image/picture.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos } from './base-photos.ts';
import { deliver } from './deliver.ts';
import { forgeDamage } from './forge-damage.ts';
import { rasterOf } from './raster.ts';
import { seededRandom } from './seeded-random.ts';

// Processor time of one 1280 px picture against eight listing pictures whose features are known, and of the first
// comparison: `node scripts/run-typescript.mjs tests/bench/time-listing-match.ts DIR`.
const SIDE = 1280;
const LISTING_PICTURES = 8;
/** Different damage each; the first of them starts cold. */
const REPEATS = 10;

const { opencv } = await loadOpenCv();
const photos = basePhotos(process.argv[3] ?? '', 'report').slice(-LISTING_PICTURES);
const enlarged = (path: string): Promise<Buffer> =>
  sharp(path).rotate().resize({ width: SIDE, height: SIDE, fit: 'inside' }).jpeg({ quality: 90 }).toBuffer();
const listing: Picture[] = [];
for (const { path } of photos) listing.push(await pictureOfFile(basename(path), await enlarged(path)));

async function buyerPicture(seed: number): Promise<Picture> {
  const random = seededRandom(seed);
  const base = await rasterOf(Buffer.from((listing[3] as Picture).bytes));
  const { bytes } = await deliver(forgeDamage(base, 'crack', 0.01, random), 're-save', random);
  return pictureOfFile('buyer.jpg', bytes);
}

const warmMs: number[] = [];
for (let repeat = 0; repeat < REPEATS; repeat++) {
  const picture = await buyerPicture(repeat);
  const before = process.cpuUsage();
  const outcome = await listingMatch.run(checkInput({ picture, listing, opencv }));
  const { user, system } = process.cpuUsage(before);
  const kinds = outcome.status === 'done' ? outcome.findings.map(({ kind }) => kind) : [outcome.reason];
  console.log(repeat === 0 ? 'first' : 'warm', `${((user + system) / 1000).toFixed(0)} ms`, kinds.join());
  if (repeat > 0) warmMs.push((user + system) / 1000);
}
warmMs.sort((a, b) => a - b);
const at = (share: number): string => `${(warmMs[Math.floor(warmMs.length * share)] as number).toFixed(0)} ms`;
console.log(
  `warm, n = ${warmMs.length}: median ${at(0.5)}, most ${at(0.99)}; load ${(loadavg()[0] as number).toFixed(1)}`,
);
const unrelated = await pictureOfFile('other.jpg', readFileSync(photos[0]?.path ?? ''));
const before = process.cpuUsage();
await listingMatch.run(checkInput({ picture: unrelated, listing: listing.slice(1), opencv }));
const { user, system } = process.cpuUsage(before);
console.log('warm, unrelated', `${((user + system) / 1000).toFixed(0)} ms`);
