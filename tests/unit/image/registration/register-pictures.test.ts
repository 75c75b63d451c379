import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import type { Picture } from '../../../../utils/image/picture.ts';
import { applyTo } from '../../../../utils/image/registration/homography.ts';
import { type Registration, registerPictures } from '../../../../utils/image/registration/register-pictures.ts';
import { relationOf } from '../../../../utils/image/registration/relation.ts';
import { colours, rasterOf } from '../../../bench/raster.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';
import { makePlainPhoto, makeScene, takePhoto } from '../../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../../fixtures/picture-of-file.ts';
import { pictureOfRaster } from '../../../fixtures/picture-of-raster.ts';

const photo = takePhoto(makeScene(1));
let opencv: OpenCv;
let listing: Picture;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  listing = await pictureOfRaster(photo, 'listing.jpg', 92);
});

function registered(copy: Picture, source = listing): Registration {
  const registration = registerPictures(opencv, source, copy);
  expect(registration).not.toBeNull();
  return registration as Registration;
}

describe('registerPictures', () => {
  it('finds a crop at another size and says where it lies', async () => {
    const bytes = await colours(photo)
      .extract({ left: 84, top: 42, width: 392, height: 336 })
      .resize(490, 420)
      .jpeg({ quality: 70 })
      .toBuffer();
    const registration = registered(await pictureOfFile('buyer.jpg', bytes));
    expect(relationOf(registration)).toBe('same-photograph');
    expect(registration.mirrored).toBe(false);
    const [left, top] = applyTo(registration.sourceToCopy, 84 / 560, 42 / 420);
    const [right, bottom] = applyTo(registration.sourceToCopy, (84 + 392) / 560, (42 + 336) / 420);
    expect(left).toBeCloseTo(0, 2);
    expect(top).toBeCloseTo(0, 2);
    expect(right).toBeCloseTo(1, 2);
    expect(bottom).toBeCloseTo(1, 2);
    expect(registration.shareOfCopy).toBeGreaterThan(0.97);
    expect(registration.shareOfSource).toBeCloseTo((392 * 336) / (560 * 420), 1);
  });

  it.each([0.8, 1.25])('takes a copy whose width was scaled by %f alone for one', async (squeeze) => {
    const bytes = await colours(photo)
      .resize(Math.round(560 * squeeze), 420, { fit: 'fill' })
      .jpeg({ quality: 75 })
      .toBuffer();
    expect(relationOf(registered(await pictureOfFile('buyer.jpg', bytes)))).toBe('same-photograph');
  });

  it('sees through a mirror image with another tone', async () => {
    const bytes = await colours(photo).flop().linear(0.9, 12).jpeg({ quality: 75 }).toBuffer();
    const registration = registered(await pictureOfFile('buyer.jpg', bytes));
    expect(relationOf(registration)).toBe('same-photograph');
    expect(registration.mirrored).toBe(true);
    expect(applyTo(registration.sourceToCopy, 0.25, 0.5)[0]).toBeCloseTo(0.75, 2);
  });

  it('finds a quarter turn, and a turn by a few degrees', async () => {
    for (const angle of [90, 4]) {
      const bytes = await colours(photo).rotate(angle, { background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
      const registration = registered(await pictureOfFile('buyer.jpg', bytes));
      expect(relationOf(registration)).toBe('same-photograph');
    }
  });

  it('does not take a photograph from a step aside for the same one', async () => {
    for (const [index, step] of [0.02, 0.05, 0.12].entries()) {
      const other = takePhoto(makeScene(1), { x: step, y: step / 3, roll: 0.01 }, 560, 420, 2 + index);
      const registration = registerPictures(opencv, listing, await pictureOfRaster(other));
      const relation = registration ? relationOf(registration) : 'different';
      expect(['possible', 'different']).toContain(relation);
    }
  });

  it('finds nothing in common between two scenes, or with a plain picture', async () => {
    for (const raster of [takePhoto(makeScene(2)), makePlainPhoto()]) {
      const registration = registerPictures(opencv, listing, await pictureOfRaster(raster));
      expect(registration === null || relationOf(registration) === 'different').toBe(true);
    }
  });

  it('does not call a picture of a print on a textured table the same photograph', async () => {
    const table = takePhoto(makeScene(3), undefined, 900, 700);
    const shown = await colours(photo).resize(540, 405).toBuffer();
    const bytes = await colours(table)
      .composite([{ input: shown, raw: { width: 540, height: 405, channels: 3 }, left: 180, top: 150 }])
      .jpeg({ quality: 88 })
      .toBuffer();
    const registration = registered(await pictureOfFile('buyer.jpg', bytes));
    expect(registration.texturedShare).toBeGreaterThan(0.3);
    expect(relationOf(registration)).not.toBe('same-photograph');
  });

  it('gives the same answer twice', async () => {
    const raster = await rasterOf(await colours(photo).resize(500).jpeg({ quality: 60 }).toBuffer());
    const first = registered(await pictureOfRaster(raster));
    const second = registered(await pictureOfRaster(raster));
    expect(second.sourceToCopy).toEqual(first.sourceToCopy);
    expect(second.deviationPermille).toBe(first.deviationPermille);
  });

  it('throws for a picture without pixels, which the caller had to sort out', async () => {
    const broken = { ...listing, pixels: null };
    expect(() => registerPictures(opencv, broken, listing)).toThrow(/decoded/);
  });
});
