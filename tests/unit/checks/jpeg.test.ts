import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jpeg } from '../../../utils/checks/jpeg.ts';
import type { JsonObject } from '../../../utils/checks/json.ts';
import { makePicture, type Picture } from '../../../utils/image/picture.ts';
import { colours } from '../../bench/raster.ts';
import { checkInput } from '../../fixtures/check-input.ts';
import { makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';

const photo = takePhoto(makeScene(41), undefined, 640, 480);
const saved = (quality: number): Promise<Buffer> =>
  colours(photo).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
const opened = async (bytes: Uint8Array): Promise<Picture> =>
  makePicture({ ...(await pictureOfFile('a.jpg', bytes)), type: 'jpeg' });

interface Measured {
  readonly tables: string;
  readonly quality: number;
  readonly judgeablePercent: number;
  readonly grid: { readonly x: number; readonly y: number; readonly clarityX: number };
  readonly doubleCompression: { readonly frequencies: number; readonly doubled: number };
}

async function measure(bytes: Uint8Array): Promise<Measured> {
  const outcome = await jpeg.run(checkInput({ picture: await opened(bytes) }));
  if (outcome.status !== 'done') throw new Error(outcome.reason);
  expect(outcome.findings).toEqual([]);
  return (outcome.measured as JsonObject).jpeg as unknown as Measured;
}

describe('jpeg', () => {
  it.each([40, 75, 92])('reads tables and quality %i, and where the blocks begin', async (quality) => {
    const measured = await measure(await saved(quality));
    expect(measured).toMatchObject({ tables: 'ijg', quality });
    expect(measured.judgeablePercent).toBeGreaterThan(60);
    if (quality <= 75) expect(measured.grid).toMatchObject({ x: 0, y: 0 });
  });

  it('estimates the quality of tables of another maker', async () => {
    const bytes = await colours(photo).jpeg({ quality: 80, quantisationTable: 3, mozjpeg: true }).toBuffer();
    const measured = await measure(bytes);
    expect(measured.tables).toBe('own');
    expect(measured.quality).toBeGreaterThan(50);
    expect(measured.quality).toBeLessThan(98);
  });

  it('sees that a picture was cropped off the grid of an earlier save', async () => {
    const part = { left: 3, top: 5, width: 600, height: 440 };
    const cropped = await sharp(await saved(45))
      .extract(part)
      .jpeg({ quality: 97 })
      .toBuffer();
    expect((await measure(cropped)).grid).toMatchObject({ x: 5, y: 3 });
  });

  it('tells one save from two, and finds nothing either way', async () => {
    const once = await measure(await saved(90));
    const twice = await measure(
      await sharp(await saved(60))
        .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
        .toBuffer(),
    );
    expect(once.doubleCompression.doubled).toBe(0);
    expect(twice.doubleCompression.doubled).toBeGreaterThanOrEqual(3);
  });

  it('says how much of a plain or burnt-out picture can be judged', async () => {
    const plain = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#fefefe' } })
      .jpeg()
      .toBuffer();
    expect((await measure(plain)).judgeablePercent).toBe(0);
  });

  it('is not run on other files', async () => {
    const png = await colours(photo).png().toBuffer();
    const picture = makePicture({ ...(await pictureOfFile('a.png', png)), type: 'png' });
    expect(jpeg.reasonToSkip?.(picture)).toBe('not-jpeg');
    expect(jpeg.reasonToSkip?.(await opened(await saved(80)))).toBeNull();
  });
});
