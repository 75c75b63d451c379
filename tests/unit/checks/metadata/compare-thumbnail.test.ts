import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareThumbnail } from '../../../../utils/checks/metadata/compare-thumbnail.ts';
import { thumbnailDifference } from '../../../../utils/checks/metadata/thumbnail-difference.ts';
import type { DecodedImage } from '../../../../utils/image/decoded-image.ts';

const [WIDTH, HEIGHT] = [900, 600];

/** A scene without symmetry: shapes of several tones, one of them bright in a corner. */
const SCENE = `<svg width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#567"/>
  <rect x="60" y="50" width="300" height="180" fill="#eee"/><circle cx="650" cy="380" r="150" fill="#222"/>
  <rect x="500" y="60" width="90" height="200" fill="#c84"/><rect x="120" y="420" width="200" height="120" fill="#9b3"/></svg>`;
const CRACK = '<svg width="900" height="600"><path d="M100 100 L330 190 L260 215 Z" fill="#000"/></svg>';

let scene: Buffer;
beforeAll(async () => {
  scene = await sharp(Buffer.from(SCENE)).png().toBuffer();
});

async function decoded(image: Sharp): Promise<DecodedImage> {
  const { data, info } = await sharp(await image.jpeg({ quality: 70 }).toBuffer())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, rgba: new Uint8ClampedArray(data), sourceWidth: width, sourceHeight: height };
}

const preview = (fit: 'contain' | 'inside' | 'fill' | 'cover') =>
  decoded(sharp(scene).resize({ width: 160, height: 120, fit, background: '#000' }));
const differs = async (picture: Sharp, fit: Parameters<typeof preview>[0] = 'contain') =>
  thumbnailDifference(compareThumbnail(await decoded(picture), await preview(fit)));

describe('the embedded preview', () => {
  it.each(['contain', 'inside', 'fill', 'cover'] as const)('agrees when the camera made it by %s', async (fit) => {
    expect(await differs(sharp(scene), fit)).toBeNull();
  });

  it.each([90, 180, 270])('agrees with a picture turned by %i°', async (angle) => {
    expect(await differs(sharp(scene).rotate(angle))).toBeNull();
  });

  it('agrees with a picture that was mirrored, reduced or toned', async () => {
    expect(await differs(sharp(scene).flop())).toBeNull();
    expect(await differs(sharp(scene).resize({ width: 400 }))).toBeNull();
    expect(await differs(sharp(scene).linear(0.8, 25))).toBeNull();
  });

  it('tells a place that was changed later', async () => {
    expect(await differs(sharp(scene).composite([{ input: Buffer.from(CRACK) }]))).toBe('changed');
  });

  it('tells another view', async () => {
    expect(await differs(sharp(scene).extract({ left: 480, top: 200, width: 360, height: 240 }))).toBe('other');
  });

  it('says nothing of a picture of one tone', async () => {
    const flat = sharp({ create: { width: 90, height: 60, channels: 3, background: '#888' } });
    const bytes = await decoded(flat);
    expect(thumbnailDifference(compareThumbnail(bytes, bytes))).toBeNull();
    expect(await differs(flat)).toBeNull();
  });
});
