import sharp from 'sharp';
import { DOUBAO_PROVIDER_CODE, labelPacket } from '../../demo/pictures/tc260-label.mjs';
import type { BasePhoto } from '../base-photos.ts';
import { forgeDamage } from '../forge-damage.ts';
import { colours, type Raster, rasterOf } from '../raster.ts';
import { between, type Random, seededRandom } from '../seeded-random.ts';

/** A phone's usual picture. */
const WIDTH = 4000;
const HEIGHT = 3000;
const QUALITY = 93;
/** Standard deviation of the grain that stands for a sensor's, in levels; it gives files of 3 to 5 MB, as phones do. */
const GRAIN = 9;
const EVIDENCE_COUNT = 6;
const LISTING_COUNT = 2;
const DAMAGE_SHARE = 0.01;

/** JPEG files of 12 megapixels each. */
export interface TwelveMegapixelClaim {
  /** The first carries an implicit label of generated content; the second is the first listing picture with a crack. */
  readonly evidence: readonly Buffer[];
  readonly listing: readonly Buffer[];
}

/** A claim as large as an honest one gets: six pictures of a phone, and two of the shop as large. Depends on the seed alone. */
export async function makeTwelveMegapixelClaim(
  photos: readonly BasePhoto[],
  seed: string,
): Promise<TwelveMegapixelClaim> {
  const random = seededRandom(seed);
  const left = [...photos];
  const next = (): Promise<Raster> =>
    enlarged((left.splice(Math.floor(random() * left.length), 1)[0] as BasePhoto).path);
  const listing: Raster[] = [];
  for (let index = 0; index < LISTING_COUNT; index++) listing.push(await next());
  const label = labelPacket({ providerCode: DOUBAO_PROVIDER_CODE, contentId: seed });
  const evidence: Buffer[] = [];
  for (let index = 0; index < EVIDENCE_COUNT; index++) {
    const photo = index === 1 ? await cracked(listing[0] as Raster, random) : await next();
    evidence.push(await developed(photo, random, index === 0 ? label : null));
  }
  return { evidence, listing: await Promise.all(listing.map((photo) => developed(photo, random, null))) };
}

function enlarged(path: string): Promise<Raster> {
  return sharp(path)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .resize(WIDTH, HEIGHT, { fit: 'cover', kernel: 'lanczos3' })
    .sharpen()
    .png({ compressionLevel: 0 })
    .toBuffer()
    .then((png) => rasterOf(png, WIDTH));
}

async function cracked(raster: Raster, random: Random): Promise<Raster> {
  const { rgb, width, height } = forgeDamage(raster, 'crack', DAMAGE_SHARE, random);
  return { rgb, width, height };
}

/** With grain, turned a little lighter or darker, and saved as a phone saves it. */
async function developed(raster: Raster, random: Random, xmp: string | null): Promise<Buffer> {
  const gain = between(random, 0.95, 1.05);
  let state = Math.floor(random() * 2 ** 32) | 1;
  const rgb = Buffer.allocUnsafe(raster.rgb.length);
  for (let index = 0; index < rgb.length; index++) {
    // xorshift32: four bytes added make a bell.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const bell = ((state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255) + (state >>> 24) - 510) / 148;
    rgb[index] = Math.max(0, Math.min(255, gain * (raster.rgb[index] as number) + GRAIN * bell));
  }
  const taken = '2026:11:19 20:14:12';
  const image = colours({ ...raster, rgb }).withExif({
    IFD0: { Make: 'Xiaomi', Model: '2312DRA50C', DateTime: taken },
    IFD2: { DateTimeOriginal: taken, OffsetTimeOriginal: '+08:00' },
  });
  return (xmp ? image.withXmp(xmp) : image).jpeg({ quality: QUALITY }).toBuffer();
}
