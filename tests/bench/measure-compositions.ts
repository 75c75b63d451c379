// Who is taken for drawn anew from the listing picture, by that rule alone, which costs a fraction of the whole check:
// the measurements of each pair, and how many passed.
// Run: node scripts/run-typescript.mjs tests/bench/measure-compositions.ts goods FOLDER tune|report [count] (every pair of the
// same goods, then pairs of other goods up to `count`), or … measure-compositions.ts cases FOLDER
import { readFileSync } from 'node:fs';
import { viewsOfPicture } from '../../utils/checks/listing-match/views-of-picture.ts';
import type { OpenCv } from '../../utils/checks/open-cv.ts';
import type { Picture } from '../../utils/image/picture.ts';
import { registerComposition } from '../../utils/image/registration/register-composition.ts';
import { isSameComposition } from '../../utils/image/registration/relation.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { type BasePhoto, basePhotos, type Half } from './base-photos.ts';
import { proportion } from './proportion.ts';
import { pick, seededRandom } from './seeded-random.ts';
import { storedCases } from './stored-cases.ts';

interface Pair {
  readonly id: string;
  readonly family: string;
  readonly listing: Picture;
  readonly picture: Picture;
}

const [what = '', folder = '', half = 'tune', count = '0'] = process.argv.slice(3);
const { opencv } = await loadOpenCv();
const tried = new Map<string, boolean[]>();
for await (const pair of what === 'cases' ? storedCases(folder) : goodsPairs()) {
  const isTaken = viewsOfPicture(pair.picture).some((view) => {
    const composition = registerComposition(opencv as OpenCv, pair.listing, view.picture);
    if (composition) console.log(JSON.stringify({ id: pair.id, ...composition.drift }));
    return composition !== null && isSameComposition(composition);
  });
  tried.set(pair.family, [...(tried.get(pair.family) ?? []), isTaken]);
}
for (const [family, taken] of tried)
  console.log(`${family}: drawn anew ${proportion(taken.filter((isTaken) => isTaken).length, taken.length)}`);

async function* goodsPairs(): AsyncGenerator<Pair> {
  const photos = basePhotos(folder, half as Half);
  const same = photos.flatMap((a, index) =>
    photos.slice(index + 1).flatMap((b) => (a.group === b.group ? [[a, b] as const] : [])),
  );
  for (const [a, b] of same) yield pairOf('same goods', a, b);
  const random = seededRandom(half);
  for (let index = same.length; index < Number(count); index++) {
    const a = pick(random, photos);
    const others = photos.filter((photo) => photo.group !== a.group);
    yield pairOf('other goods', a, pick(random, others));
  }
}

async function pairOf(family: string, a: BasePhoto, b: BasePhoto): Promise<Pair> {
  const [listing, picture] = await Promise.all(
    [a, b].map(({ path }) => pictureOfFile(path, readFileSync(path))) as [Promise<Picture>, Promise<Picture>],
  );
  return { id: `${a.path} ${b.path}`, family, listing, picture };
}
