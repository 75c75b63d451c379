// Which pairs `seen-before` would take for one photograph, and which of these for proof: copies by every way of sending a
// picture again, second exposures of a photograph that was bent slowly by some thousandths of its diagonal, as the least
// move of a camera bends it, exposures of two things that lay one after the other before a camera that stood still, and
// made-up scenes seen from nearly the same place.
// Run: node scripts/run-typescript.mjs tests/bench/second-shots.ts FOLDER tune|report PHOTOS SCENES SEED
import { readFileSync } from 'node:fs';
import type { OpenCv } from '../../utils/checks/open-cv.ts';
import { mayBeTwoThings, measureDifference } from '../../utils/image/change-map/measure-difference.ts';
import type { Picture } from '../../utils/image/picture.ts';
import { findSamePhotograph, mayBeTwoShots } from '../../utils/image/registration/same-photograph.ts';
import { loadOpenCv } from '../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { expose } from './expose.ts';
import { makeNearView } from './near-view.ts';
import { type Half, photosOfHalf } from './photo-halves.ts';
import { proportion } from './proportion.ts';
import { colours, type Raster, rasterOf } from './raster.ts';
import { REUSE_CHAINS } from './reuse-chains.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';
import { valueNoise } from './value-noise.ts';

/** How far a photograph is bent at most, thousandths of its diagonal; 0 is a tripod. */
const BENDS = [0, 1, 2, 5];
/** Shares of the frame that the thing takes. */
const THINGS = [0.03, 0.06, 0.12, 0.2];
/** What follows lies within so much of the width of where the thing before it lay. */
const THING_STRAY = 0.03;
/** The bend changes over this share of the width. */
const BEND_WIDTH_SHARE = 0.5;

const [folder, half, photoCount, sceneCount, seed] = process.argv.slice(3) as [string, Half, string, string, string];
const opencv = (await loadOpenCv()).opencv as OpenCv;
const random = seededRandom(`${seed}:second-shots`);
const pairs = new Map<string, ('apart' | 'clue' | 'proof')[]>();

function compare(name: string, earlier: Picture, picture: Picture): void {
  const same = findSamePhotograph(opencv, earlier, picture);
  const isNoProof = same && (mayBeTwoShots(opencv, same) || mayBeTwoThings(measureDifference(opencv, same)));
  const taken = same ? (isNoProof ? 'clue' : 'proof') : 'apart';
  pairs.set(name, [...(pairs.get(name) ?? []), taken]);
}

/** The raster with every pixel moved along one direction, by more or less from place to place. */
function bent({ width, height, rgb }: Raster, permille: number, random: Random): Raster {
  const most = (permille * Math.hypot(width, height)) / 1000;
  const field = valueNoise(Math.floor(random() * 1e9), BEND_WIDTH_SHARE * width, 2);
  const direction = 2 * Math.PI * random();
  const out = Buffer.alloc(rgb.length);
  const clamp = (value: number, size: number): number => Math.min(size - 1.001, Math.max(0, value));
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const shift = (2 * field(x, y) - 1) * most;
      const u = clamp(x + shift * Math.cos(direction), width);
      const v = clamp(y + shift * Math.sin(direction), height);
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [right, below] = [u - left, v - top];
      for (let channel = 0; channel < 3; channel++, at++) {
        const level = (dx: number, dy: number): number => rgb[((top + dy) * width + left + dx) * 3 + channel] as number;
        out[at] = Math.round(
          (1 - below) * ((1 - right) * level(0, 0) + right * level(1, 0)) +
            below * ((1 - right) * level(0, 1) + right * level(1, 1)),
        );
      }
    }
  return { width, height, rgb: out };
}

/** The raster with an ellipse of another photograph, as large a share of the frame, around a place in shares of its sides. */
function withThing({ width, height, rgb }: Raster, thing: Raster, share: number, x: number, y: number): Raster {
  const out = Buffer.from(rgb);
  const reach = Math.sqrt(share / Math.PI);
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at += 3) {
      if (Math.hypot(column / width - x, row / height - y) > reach) continue;
      const across = Math.floor((column / width) * thing.width);
      const from = (Math.floor((row / height) * thing.height) * thing.width + across) * 3;
      thing.rgb.copy(out, at, from, from + 3);
    }
  return { width, height, rgb: out };
}

async function exposed(scene: Raster): Promise<Picture> {
  const shot = await expose(scene, random);
  return pictureOfFile('shot.jpg', await colours(shot).jpeg({ quality: 85 }).toBuffer());
}

const files = photosOfHalf(folder, half);
for (let index = 0; index < Number(photoCount); index++) {
  const file = pick(random, files);
  const photo = await pictureOfFile('photo.jpg', readFileSync(file));
  for (const chain of Object.values(REUSE_CHAINS))
    compare('copies', photo, await pictureOfFile('copy.jpg', await chain(readFileSync(file), random)));
  const scene = await rasterOf(file);
  const first = await exposed(scene);
  for (const permille of BENDS)
    compare(`second exposure, bent by ${permille} ‰`, first, await exposed(bent(scene, permille, random)));
  const [thing, other] = [await rasterOf(pick(random, files)), await rasterOf(pick(random, files))];
  for (const share of THINGS) {
    const [x, y] = [between(random, 0.4, 0.6), between(random, 0.4, 0.6)];
    const stray = (): number => between(random, -THING_STRAY, THING_STRAY);
    compare(
      `two things before one camera, ${100 * share} % of the frame`,
      await exposed(withThing(scene, thing, share, x, y)),
      await exposed(withThing(scene, other, share, x + stray(), y + stray())),
    );
  }
}
for (let index = 0; index < Number(sceneCount); index++) {
  const { listing, picture } = await makeNearView(index, Number(seed));
  compare('made-up scenes from nearly the same place', listing, picture);
}
for (const [name, grades] of pairs) {
  const of = (grade: string): number => grades.filter((other) => other === grade).length;
  console.log(`${name}: proof ${proportion(of('proof'), grades.length)}, a clue ${of('clue')}, apart ${of('apart')}`);
}
