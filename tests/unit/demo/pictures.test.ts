import { inflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeBadFiles } from '../../demo/pictures/bad-files.mjs';
import { drawCrack } from '../../demo/pictures/draw-crack.mjs';
import { SCENES } from '../../demo/pictures/scenes.mjs';
import { DOUBAO_PROVIDER_CODE, labelAsGenerated } from '../../demo/pictures/tc260-label.mjs';
import { traceRows } from '../../demo/pictures/trace-scene.mjs';

const grey = { create: { width: 400, height: 400, channels: 3 as const, background: '#ccc' } };

describe('labelAsGenerated', () => {
  it('puts a label into a PNG that a metadata reader finds and a decoder passes over', async () => {
    const png = await sharp(grey).png().toBuffer();
    const labelled = labelAsGenerated(png, { providerCode: DOUBAO_PROVIDER_CODE, contentId: 'abc' });
    const tags = await ExifReader.load(labelled, { async: true });
    expect(JSON.parse(String(tags.AIGC?.value))).toMatchObject({ Label: '1', ContentProducer: DOUBAO_PROVIDER_CODE });
    expect((await sharp(labelled).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(true);
  });

  it('names a provider whose credit code has a valid check digit (GB 32100)', () => {
    const code = DOUBAO_PROVIDER_CODE.slice(4, 22);
    const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const sum = [...code.slice(0, 17)].reduce((total, digit, at) => total + digits.indexOf(digit) * (3 ** at % 31), 0);
    expect(digits[(31 - (sum % 31)) % 31]).toBe(code[17]);
  });
});

describe('drawCrack', () => {
  const crack = { x: 0.5, y: 0.1, angle: 1.3, length: 250, seed: 29 };
  const size = { width: 400, height: 400 };

  it('darkens a thin part of the picture, the same one each time', () => {
    const before = Buffer.alloc(400 * 400 * 3, 200);
    const [first, second] = [Buffer.from(before), Buffer.from(before)];
    drawCrack(first, size, crack);
    drawCrack(second, size, crack);
    const share = first.filter((value) => value < 120).length / first.length;
    expect(share).toBeGreaterThan(0.002);
    expect(share).toBeLessThan(0.03);
    expect(first.equals(second)).toBe(true);
  });
});

describe('makeBadFiles', () => {
  it('makes a PNG of a few kilobytes that declares 20000 × 20000 pixels and holds them all', async () => {
    const png = makeBadFiles(Buffer.alloc(10))['huge.png'] as Buffer;
    expect(png.length).toBeLessThan(100_000);
    expect(await sharp(png, { limitInputPixels: false }).metadata()).toMatchObject({ width: 20_000, height: 20_000 });
    const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
    expect(inflateSync(data).length).toBe(20_000 * 2501);
  });

  it('cuts a JPEG short so that it does not decode whole', async () => {
    const jpeg = await sharp(grey).jpeg().toBuffer();
    await expect(
      sharp(makeBadFiles(jpeg)['truncated.jpg'], { failOn: 'truncated' }).raw().toBuffer(),
    ).rejects.toThrow();
  });
});

describe('traceRows', () => {
  const render = (name: keyof typeof SCENES) => {
    const pixels = new Float32Array(48 * 48 * 3);
    traceRows({ ...SCENES[name], width: 48, height: 48 }, pixels, 0, 1);
    return pixels;
  };

  it('renders every scene to finite light, the same each time', () => {
    for (const name of Object.keys(SCENES) as (keyof typeof SCENES)[]) {
      const pixels = render(name);
      expect(pixels.every(Number.isFinite)).toBe(true);
      expect(new Set(pixels).size).toBeGreaterThan(1000);
    }
    expect(render('listing-main')).toEqual(render('listing-main'));
  });
});
