import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import {
  distanceBits,
  nearestOrientationBits,
  PDQ_SAME_BITS,
  pdqFromHex,
  pdqOf,
  pdqToHex,
} from '../../../utils/image/pdq.ts';
import { CORPUS_FOLDER } from '../../fixtures/corpus-folder.ts';
import { cosinePicture, pictureFrom } from '../../fixtures/cosine-picture.ts';

const hashes = join(CORPUS_FOLDER ?? '', 'hash');
const published = join(hashes, 'pdq_expected.tsv');

/** The reference decoded this file with a fast inverse DCT that Node's decoder does not offer; two bits follow from it. */
const BITS_BY_DECODER: Readonly<Record<string, number>> = { 'sharpen-a-lot.jpg': 2 };

describe.skipIf(!existsSync(published))('the published hashes', () => {
  const rows = (existsSync(published) ? readFileSync(published, 'utf8') : '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string, string])
    .map(([implementation, path, hex]) => ({
      implementation,
      file: join(hashes, 'facebook_ThreatExchange', path),
      name: path.split('/').pop() as string,
      hex,
    }))
    .filter(({ implementation, file }) => implementation === 'wasm(exact)' && existsSync(file));

  it.each(rows)('$name', async ({ file, name, hex }) => {
    const { hash } = pdqOf(await decodeWithoutProfile(file));
    expect(distanceBits(hash, pdqFromHex(hex))).toBe(BITS_BY_DECODER[name] ?? 0);
  });

  it('are all there', () => expect(rows.length).toBe(15));
});

describe('pdqOf', () => {
  it.each([
    {
      seed: 1,
      width: 400,
      height: 300,
      hex: '9ed53a840ffdba8610a8248501ed368009ae1bdfb40077d5b7bfa16fb7f88552',
      quality: 100,
    },
    {
      seed: 2,
      width: 64,
      height: 64,
      hex: '1ade4f805b0ae580db0ae7cf120a07df0fffb08aa515a11a8ff59aa02f0ffba0',
      quality: 100,
    },
    {
      seed: 3,
      width: 1500,
      height: 300,
      hex: 'f56f234ae655accababaccea1f56bd54eaa9bc526001ac50f809b2ea6201b2fa',
      quality: 100,
    },
    {
      seed: 4,
      width: 37,
      height: 90,
      hex: '51ff571c385b47f6ed1983282d8b83292d1a830e2d93c33a2d93d731a87da2d9',
      quality: 100,
    },
  ])('keeps the hash of picture $seed', ({ seed, width, height, hex, quality }) => {
    const pdq = pdqOf(cosinePicture(seed, width, height));
    expect(pdqToHex(pdq.hash)).toBe(hex);
    expect(pdq.quality).toBe(quality);
  });

  it('derives the hashes of the turned picture', () => {
    const picture = cosinePicture(5, 512, 512);
    const { orientations } = pdqOf(picture);
    const last = 511;
    const turns: ((x: number, y: number) => [number, number])[] = [
      (x, y) => [x, y],
      (x, y) => [last - y, x],
      (x, y) => [last - x, last - y],
      (x, y) => [y, last - x],
      (x, y) => [x, last - y],
      (x, y) => [last - x, y],
      (x, y) => [y, x],
      (x, y) => [last - y, last - x],
    ];
    turns.forEach((turn, index) => {
      const turned = pdqOf(movedPixels(picture, turn));
      // Sampling is towards one corner, so a turned picture is hashed from slightly other samples.
      expect(distanceBits(turned.hash, orientations[index] as Uint32Array)).toBeLessThanOrEqual(PDQ_SAME_BITS);
      expect(nearestOrientationBits(orientations, turned.hash)).toBeLessThanOrEqual(PDQ_SAME_BITS);
    });
  });

  it('is near for a smaller and noisier copy, far for another picture', () => {
    const { hash } = pdqOf(cosinePicture(6, 800, 600));
    expect(distanceBits(hash, pdqOf(cosinePicture(6, 320, 240)).hash)).toBeLessThanOrEqual(PDQ_SAME_BITS);
    expect(distanceBits(hash, pdqOf(cosinePicture(7, 800, 600)).hash)).toBeGreaterThan(80);
  });

  it('gives a flat picture no quality and a tiny one no hash', () => {
    expect(pdqOf(pictureFrom(300, 200, () => [200, 180, 160])).quality).toBe(0);
    const tiny = pdqOf(cosinePicture(1, 4, 100));
    expect(tiny.quality).toBe(0);
    expect(pdqToHex(tiny.hash)).toBe('0'.repeat(64));
    expect(tiny.orientations).toHaveLength(8);
  });

  it('does not see what lies under transparent pixels', () => {
    const hidden = (value: number) =>
      pictureFrom(120, 120, (x, y) =>
        y < 60 ? [x * 2, y * 4, 90, 255] : [value * ((x >> 3) & 1), value, 255 - value, 0],
      );
    expect(pdqToHex(pdqOf(hidden(0)).hash)).toBe(pdqToHex(pdqOf(hidden(255)).hash));
  });
});

describe('pdqFromHex', () => {
  it('reads what pdqToHex writes', () => {
    const hash = Uint32Array.from([0, 1, 0xffffffff, 0x80000000, 5, 6, 7, 0xdeadbeef]);
    expect([...pdqFromHex(pdqToHex(hash))]).toEqual([...hash]);
  });
  it('refuses anything else', () => expect(() => pdqFromHex('xyz')).toThrow());
});

async function decodeWithoutProfile(file: string): Promise<DecodedImage> {
  const { data, info } = await sharp(file, { ignoreIcc: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, rgba, sourceWidth: info.width, sourceHeight: info.height };
}

/** A square picture whose pixel (x, y) is taken from `source(x, y)`. */
function movedPixels(picture: DecodedImage, source: (x: number, y: number) => [number, number]): DecodedImage {
  return pictureFrom(picture.width, picture.height, (x, y) => {
    const [fromX, fromY] = source(x, y);
    const at = 4 * (fromY * picture.width + fromX);
    return [picture.rgba[at] as number, picture.rgba[at + 1] as number, picture.rgba[at + 2] as number];
  });
}
