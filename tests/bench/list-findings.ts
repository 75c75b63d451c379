// Writes what listing-match says of generated cases with eight listing pictures each, one line of JSON a case, so that two
// versions of the check can be compared line by line:
// `node scripts/run-typescript.mjs tests/bench/list-findings.ts DIR tune SEED COUNT > before.jsonl`.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listingMatch } from '../../utils/checks/listing-match.ts';
import type { Picture } from '../../utils/image/picture.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { makeCase } from './listing-case.ts';
import { pick, seededRandom } from './seeded-random.ts';

const OTHERS = 7;
/** Of every six cases: three altered, one unchanged, one drawn on, and one whose source is not among the listing. */
const FAMILIES = ['altered', 'overlay', 'altered', 'resent', 'altered', 'missing'] as const;

const [folder = '', half = 'tune', seed = '1', count = '240'] = process.argv.slice(3);
const { opencv } = await loadOpenCv();
const photos = basePhotos(folder, half as Half);
for (let index = 0; index < Number(count); index++) {
  const family = FAMILIES[index % FAMILIES.length] as (typeof FAMILIES)[number];
  const made = await makeCase(family === 'missing' ? 'altered' : family, index, photos, Number(seed));
  const random = seededRandom(`${seed}:listing:${index}`);
  const listing: Picture[] = family === 'missing' ? [] : [made.listing];
  while (listing.length <= OTHERS) {
    const { path } = pick(random, photos);
    if (!Buffer.from(made.listing.bytes).equals(readFileSync(path)))
      listing.push(await pictureOfFile(basename(path), readFileSync(path)));
  }
  listing.sort((a, b) => a.sha256.localeCompare(b.sha256));
  const before = process.cpuUsage();
  const outcome = await listingMatch.run(checkInput({ picture: made.picture, listing, opencv }));
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ id: `${family} ${made.id}`, cpuMs: (user + system) / 1000, outcome }));
}
