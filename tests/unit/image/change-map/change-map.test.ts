import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { type ChangeMap, mapChanges } from '../../../../utils/image/change-map/change-map.ts';
import { isOpenKind } from '../../../../utils/image/change-map/region-kind.ts';
import type { DecodedImage } from '../../../../utils/image/decoded-image.ts';
import type { Picture } from '../../../../utils/image/picture.ts';
import { registerPictures } from '../../../../utils/image/registration/register-pictures.ts';
import { CONVERSIONS } from '../../../bench/convert-picture.ts';
import { drawOverlay, type OverlayKind } from '../../../bench/draw-overlay.ts';
import { DAMAGE_KINDS, forgeDamage } from '../../../bench/forge-damage.ts';
import { colours, type Raster, unmarked } from '../../../bench/raster.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';
import { makeScene, takePhoto } from '../../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../../fixtures/picture-of-file.ts';
import { pictureOfRaster } from '../../../fixtures/picture-of-raster.ts';

/** Regions weaker than this many background residuals never count (listing-match). */
const COUNTED = 8;

const photo = takePhoto(makeScene(11));
let opencv: OpenCv;
let listing: Picture;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  listing = await pictureOfRaster(photo, 'listing.jpg', 92);
});

function changesIn(copy: Picture): ChangeMap {
  const registration = registerPictures(opencv, listing, copy);
  if (!registration) throw new Error('not registered');
  const map = mapChanges(opencv, listing.pixels as DecodedImage, copy.pixels as DecodedImage, registration);
  if (!map) throw new Error('nothing to judge');
  return map;
}

const damageIn = (map: ChangeMap) =>
  map.regions.filter((region) => region.kind === 'damage-like' && region.strength >= COUNTED);

/** Thin lines and flat patches may be drawn as well: they are found, as ambiguous. */
const openIn = (map: ChangeMap) =>
  map.regions.filter((region) => isOpenKind(region.kind) && region.strength >= COUNTED);

describe('mapChanges', () => {
  it.each(DAMAGE_KINDS)('finds a %s and places it', async (kind) => {
    const damaged = forgeDamage(photo, kind, 0.015, seededRandom(`damage ${kind}`));
    const map = changesIn(await pictureOfRaster(damaged, 'buyer.jpg', 72));
    const [strongest] = openIn(map);
    expect(strongest).toBeDefined();
    expect(boxOverlap(strongest?.region as Box, boxOf(damaged.mask, photo))).toBeGreaterThan(0.4);
    expect(map.changedFraction).toBeLessThan(0.06);
  });

  it.each<[string, (image: ReturnType<typeof colours>) => ReturnType<typeof colours>]>([
    ['saved again', (image) => image],
    ['scaled down', (image) => image.resize(400)],
    ['brighter and warmer', (image) => image.linear([1.12, 1.05, 0.95], [6, 4, 2])],
    ['sharpened', (image) => image.sharpen({ sigma: 1 })],
    ['smoothed', (image) => image.median(3)],
    ['cropped', (image) => image.extract({ left: 60, top: 40, width: 440, height: 330 })],
  ])('counts nothing in a copy that was %s', async (_name, edit) => {
    const bytes = await edit(colours(photo)).jpeg({ quality: 60 }).toBuffer();
    expect(openIn(changesIn(await pictureOfFile('buyer.jpg', bytes)))).toEqual([]);
  });

  it.each([
    'CMYK with profile',
    'CMYK without profile',
    'sepia',
    'saturated',
    'contrast',
    'overexposed',
    'levels stretched',
    'vignette',
  ] as const)('counts nothing in a copy that is %s', async (name) => {
    for (let seed = 0; seed < 2; seed++) {
      const bytes = await CONVERSIONS[name](photo, seededRandom(`${name} ${seed}`));
      expect(openIn(changesIn(await pictureOfFile('buyer.jpg', bytes)))).toEqual([]);
    }
  });

  it.each(['CMYK with profile', 'saturated', 'contrast'] as const)(
    'still finds damage in a copy that is %s',
    async (name) => {
      const damaged = forgeDamage(photo, 'burn', 0.015, seededRandom('burn'));
      const map = changesIn(await pictureOfFile('buyer.jpg', await CONVERSIONS[name](damaged, seededRandom(name))));
      const [strongest] = openIn(map);
      expect(boxOverlap(strongest?.region as Box, boxOf(damaged.mask, photo))).toBeGreaterThan(0.4);
    },
  );

  it('is sure of no damage where the tone changed by place as well, and still finds it', async () => {
    const damaged = forgeDamage(photo, 'stain', 0.02, seededRandom('staina'));
    expect(damageIn(changesIn(await pictureOfRaster(damaged, 'buyer.jpg', 85)))).not.toEqual([]);
    // A corner in the shade, darker towards its middle.
    const shade = `<svg xmlns="http://www.w3.org/2000/svg" width="${photo.width}" height="${photo.height}"><defs>
      <radialGradient id="shade"><stop offset="0" stop-opacity="0.5"/><stop offset="1" stop-opacity="0"/></radialGradient></defs>
      <circle cx="0" cy="${photo.height}" r="160" fill="url(#shade)"/></svg>`;
    const bytes = await colours(damaged)
      .composite([{ input: Buffer.from(shade) }])
      .jpeg({ quality: 85 })
      .toBuffer();
    const map = changesIn(await pictureOfFile('buyer.jpg', bytes));
    expect(damageIn(map)).toEqual([]);
    const box = boxOf(damaged.mask, photo);
    expect(openIn(map).some(({ region }) => boxOverlap(region, box) > 0.4)).toBe(true);
  });

  it.each<[OverlayKind, readonly string[]]>([
    ['arrow', ['overlay-drawing']],
    ['circle', ['overlay-drawing']],
    ['box', ['overlay-drawing']],
    ['scribble', ['overlay-drawing']],
    ['bar', ['overlay-drawing']],
    ['caption', ['overlay-drawing', 'overlay-text']],
    ['mosaic', ['overlay-mosaic', 'overlay-blur']],
    ['blur', ['overlay-blur', 'overlay-mosaic']],
  ])('takes a drawn %s for what it is', async (kind, expected) => {
    for (let seed = 0; seed < 2; seed++) {
      const drawn = await drawOverlay(unmarked(photo), kind, seededRandom(`${kind} ${seed}`));
      const map = changesIn(await pictureOfRaster(drawn, 'buyer.jpg', 80));
      expect(damageIn(map)).toEqual([]);
      const marks = map.regions.filter((region) => region.kind.startsWith('overlay-'));
      expect(expected).toContain(marks[0]?.kind);
    }
  });

  it('still finds damage next to a circle that was drawn around it', async () => {
    const damaged = forgeDamage(photo, 'stain', 0.01, seededRandom('circled'));
    const box = boxOf(damaged.mask, photo);
    const [cx, cy] = [(box.x + box.width / 2) * photo.width, (box.y + box.height / 2) * photo.height];
    const circle = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="420">
      <circle cx="${cx}" cy="${cy}" r="70" fill="none" stroke="#fa2a2d" stroke-width="6"/></svg>`;
    const bytes = await colours(damaged)
      .composite([{ input: Buffer.from(circle) }])
      .jpeg({ quality: 80 })
      .toBuffer();
    const map = changesIn(await pictureOfFile('buyer.jpg', bytes));
    expect(map.regions.some((region) => region.kind === 'overlay-drawing')).toBe(true);
    expect(boxOverlap(openIn(map)[0]?.region as Box, box)).toBeGreaterThan(0.4);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(mask: Buffer, { width, height }: Raster): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let index = 0; index < mask.length; index++) {
    if (!mask[index]) continue;
    left = Math.min(left, index % width);
    right = Math.max(right, (index % width) + 1);
    top = Math.min(top, Math.floor(index / width));
    bottom = Math.max(bottom, Math.floor(index / width) + 1);
  }
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}

function boxOverlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const both = Math.max(0, width) * Math.max(0, height);
  return both / (a.width * a.height + b.width * b.height - both);
}
