import { readFileSync } from 'node:fs';
import type { Picture } from '../../utils/image/picture.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import type { BasePhoto } from './base-photos.ts';
import { CONVERSIONS } from './convert-picture.ts';
import { DELIVERIES, type Delivered, type Delivery, deliver } from './deliver.ts';
import { drawOverlay, OVERLAY_KINDS } from './draw-overlay.ts';
import { DAMAGE_KINDS, forgeDamage } from './forge-damage.ts';
import { rasterOf, unmarked } from './raster.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';

export type CaseFamily =
  | 'altered'
  | 'resent'
  | 'overlay'
  | 'converted'
  | 'other-photo'
  // Of stored cases only: unusual deliveries; a long listing picture; second photographs; of a screen; drawn anew.
  | 'shaped'
  | 'long'
  | 'genuine'
  | 'framed'
  | 'screen'
  | 'redrawn';

/** One generated claim: a listing picture and what the buyer sent. */
export interface ListingCase {
  readonly id: string;
  readonly family: CaseFamily;
  /** Kind of damage or overlay, or of pair. */
  readonly kind: string;
  readonly delivery: string;
  readonly listing: Picture;
  readonly picture: Picture;
  /** The picture's pixels that were altered; null where none were. */
  readonly truth: Pick<Delivered['raster'], 'width' | 'height' | 'mask'> | null;
}

/** The `index`-th case of a family, from the photographs and the seed alone. */
export async function makeCase(
  family: 'altered' | 'resent' | 'overlay',
  index: number,
  photos: readonly BasePhoto[],
  seed: number,
): Promise<ListingCase> {
  const random = seededRandom(`${seed}:${family}:${index}`);
  const photo = pick(random, photos);
  const base = await rasterOf(photo.path);
  const original = unmarked(base);
  const delivery = DELIVERIES[index % DELIVERIES.length] as Delivery;
  const cycle = Math.floor(index / DELIVERIES.length);
  const kind = kindOf(family, index + cycle);
  const edited =
    family === 'altered'
      ? forgeDamage(base, kind as (typeof DAMAGE_KINDS)[number], areaShare(random), random)
      : family === 'overlay'
        ? await drawOverlay(original, kind as (typeof OVERLAY_KINDS)[number], random)
        : original;
  const delivered = await deliver(edited, delivery, random);
  return {
    id: `${family}-${index}-${kind}-${delivery}`,
    family,
    kind,
    delivery,
    listing: await pictureOfFile('listing.jpg', readFileSync(photo.path)),
    picture: await pictureOfFile('buyer.jpg', delivered.bytes),
    truth: family === 'altered' ? delivered.raster : null,
  };
}

/** A listing picture sent again in other colours or with fewer of them; the conversions take turns. */
export async function makeConverted(index: number, photos: readonly BasePhoto[], seed: number): Promise<ListingCase> {
  const random = seededRandom(`${seed}:converted:${index}`);
  const photo = pick(random, photos);
  const names = Object.keys(CONVERSIONS) as (keyof typeof CONVERSIONS)[];
  const name = names[index % names.length] as (typeof names)[number];
  const bytes = await CONVERSIONS[name](await rasterOf(photo.path), random);
  return {
    id: `converted-${index}-${name.replaceAll(' ', '-')}`,
    family: 'converted',
    kind: 'plain',
    delivery: name,
    listing: await pictureOfFile('listing.jpg', readFileSync(photo.path)),
    picture: await pictureOfFile('buyer.jpg', bytes),
    truth: null,
  };
}

/** Two genuine photographs, of one kind of goods where the photographs have kinds. */
export async function makePair(id: string, kind: string, a: BasePhoto, b: BasePhoto): Promise<ListingCase> {
  return {
    id,
    family: 'other-photo',
    kind,
    delivery: 'none',
    listing: await pictureOfFile('listing.jpg', readFileSync(a.path)),
    picture: await pictureOfFile('buyer.jpg', readFileSync(b.path)),
    truth: null,
  };
}

function kindOf(family: CaseFamily, index: number): string {
  if (family === 'altered') return DAMAGE_KINDS[index % DAMAGE_KINDS.length] as string;
  return family === 'overlay' ? (OVERLAY_KINDS[index % OVERLAY_KINDS.length] as string) : 'plain';
}

/** From 0.2 to 3 % of the area, small ones more often. */
function areaShare(random: Random): number {
  return 0.002 * 15 ** between(random, 0, 1);
}
