// How often two moments of one view are taken for two views, and the other way round.
// Run: node scripts/run-typescript.mjs tests/bench/run-video-frames-bench.ts FOLDER tune|report [seed] [count]
import sharp from 'sharp';
import { SCENE_CHANGE_LEVELS } from '../../utils/image/choose-frames.ts';
import { type FrameSignature, frameDifference, frameSignature } from '../../utils/image/frame-signature.ts';
import { type BasePhoto, basePhotos, type Half } from './base-photos.ts';
import { proportion } from './proportion.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';

const [folder = '', half = 'tune', seed = '1', count = '80'] = process.argv.slice(3);
const SIDE_PIXELS = 160;
/** What a hand does within half a second: shift, zoom and turn, as fractions and degrees, and the camera's exposure. */
const SHAKE = { shift: 0.03, zoom: 0.03, degrees: 1.5, exposure: 0.12 };

const random = seededRandom(seed);
const photos = basePhotos(folder, half as Half);
const same: number[] = [];
const other: number[] = [];
for (let round = 0; round < Number(count); round++) {
  const photo = pick(random, photos);
  const first = await moment(photo, random);
  same.push(frameDifference(first, await moment(photo, random)));
  other.push(frameDifference(first, await moment(differentFrom(photo), random)));
}
console.log(`${half}, seed ${seed}: same view, ${quantiles(same)}; another view, ${quantiles(other)}`);
const isCut = (difference: number): boolean => difference >= SCENE_CHANGE_LEVELS;
console.log(`one view cut in two: ${proportion(same.filter(isCut).length, same.length)}`);
console.log(`another view missed: ${proportion(other.filter((value) => !isCut(value)).length, other.length)}`);

function differentFrom(photo: BasePhoto): BasePhoto {
  for (;;) {
    const found = pick(random, photos);
    if (found.path !== photo.path) return found;
  }
}

/** One frame of a video of a photograph that a hand holds the camera to, delivered as a chat app does. */
async function moment({ path }: BasePhoto, random: Random): Promise<FrameSignature> {
  const around = (range: number): number => between(random, -range, range);
  const { data: turned, info } = await sharp(path, { failOn: 'none' })
    .rotate()
    .resize({ width: 640, height: 640, fit: 'inside' })
    .toBuffer({ resolveWithObject: true })
    .then(({ data }) => sharp(data).rotate(around(SHAKE.degrees)).toBuffer({ resolveWithObject: true }));
  const share = 0.86 * (1 + around(SHAKE.zoom));
  const width = Math.round(info.width * share);
  const height = Math.round(info.height * share);
  const left = Math.round((info.width - width) / 2 + info.width * around(SHAKE.shift));
  const top = Math.round((info.height - height) / 2 + info.height * around(SHAKE.shift));
  const jpeg = await sharp(turned)
    .extract({
      left: Math.max(0, left),
      top: Math.max(0, top),
      width: Math.min(width, info.width - Math.max(0, left)),
      height: Math.min(height, info.height - Math.max(0, top)),
    })
    .linear(1 + around(SHAKE.exposure), 0)
    .resize({ width: SIDE_PIXELS, height: SIDE_PIXELS, fit: 'inside' })
    .jpeg({ quality: 70 })
    .toBuffer();
  const { data, info: size } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return frameSignature({
    width: size.width,
    height: size.height,
    rgba: new Uint8ClampedArray(data),
    sourceWidth: size.width,
    sourceHeight: size.height,
  });
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] as number).toFixed(1);
  return `5 % ${at(0.05)}, median ${at(0.5)}, 95 % ${at(0.95)} levels`;
}
