// Share of textured tiles that agree to the last bit: two versions of one file against two presses of the shutter, each pair saved
// again by one platform. Run: node scripts/run-typescript.mjs tests/bench/identical-tiles.ts FOLDER tune|report PHOTOS SEED
import sharp from 'sharp';
import type { DecodedImage } from '../../utils/image/decoded-image.ts';
import { shareOfIdenticalTiles } from '../../utils/image/identical-tiles.ts';
import { basePhotos, type Half } from './base-photos.ts';
import { proportion } from './proportion.ts';
import { type Raster, rasterOf, transform, unmarked } from './raster.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';

/** Levels of noise, much less than any phone indoors: the fewer, the more alike are two exposures. */
const [LEAST_NOISE, MOST_NOISE] = [0.3, 1.5];
const LIMITS = [0.15, 0.2, 0.25, 0.3, 0.4];
/** Away from the grid of the photograph's own JPEG, to whose levels both exposures would snap back. */
const SCENE_SCALE = 0.73;

const [folder, half, count, seed] = process.argv.slice(3) as [string, Half, string, string];
const photos = basePhotos(folder, half);
const shares = new Map<string, number[]>();

async function expose({ rgb, width, height }: Raster, noise: number, random: Random): Promise<Buffer> {
  const noisy = Buffer.from(
    rgb.map((level) => {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.max(0, Math.min(255, Math.round(level + noise * normal)));
    }),
  );
  return sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function decoded(bytes: Buffer): Promise<DecodedImage> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, sourceWidth: width, sourceHeight: height, rgba: new Uint8ClampedArray(data) };
}

for (let index = 0; index < Number(count); index++) {
  const random = seededRandom(`${seed}:tiles:${index}`);
  const whole = await rasterOf(pick(random, photos).path, 1280);
  const scene = await transform(unmarked(whole), (image) =>
    image.resize({ width: Math.round(SCENE_SCALE * whole.width) }),
  );
  const noise = between(random, LEAST_NOISE, MOST_NOISE);
  const first = await expose(scene, noise, random);
  const second = await expose(scene, noise, random);
  const quality = Math.round(between(random, 60, 92));
  const chromaSubsampling = pick(random, ['4:2:0', '4:4:4'] as const);
  const width = Math.round(scene.width * pick(random, [1, 0.75]));
  const onPlatform = async (bytes: Buffer): Promise<DecodedImage> =>
    decoded(await sharp(bytes).resize({ width }).jpeg({ quality, chromaSubsampling }).toBuffer());
  const editorQuality = pick(random, [90, 92, 95, 98]);
  const versions = {
    'another version, saved as JPEG': await sharp(first).jpeg({ quality: editorQuality }).toBuffer(),
    'another version, saved as PNG': await sharp(first).png().toBuffer(),
    'another exposure': second,
  };
  const original = await onPlatform(first);
  for (const [name, bytes] of Object.entries(versions)) {
    const share = shareOfIdenticalTiles(original, await onPlatform(bytes));
    if (share === null) continue;
    const size = width === scene.width ? 'same size' : 'made smaller';
    for (const group of [name, `${name}, ${size}`]) shares.set(group, [...(shares.get(group) ?? []), share]);
  }
}
for (const [name, values] of [...shares].sort(([a], [b]) => a.localeCompare(b))) {
  const sorted = values.sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] as number).toFixed(3);
  console.log(`${name}: least ${at(0)}, median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);
  for (const limit of LIMITS)
    console.log(`  from ${limit} on: ${proportion(values.filter((share) => share >= limit).length, values.length)}`);
}
