import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../../utils/image/decoded-image.ts';
import { findBoxedAi } from '../../../../utils/image/visible-marks/find-boxed-ai.ts';
import { decodeWithSharp } from '../../../fixtures/decode-with-sharp.ts';
import { noisyPicture } from '../../../fixtures/screenshot-picture.ts';

const photo = noisyPicture(12, 900, 700);

async function withShape(svg: string): Promise<DecodedImage> {
  const input = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700">${svg}</svg>`);
  const raw = { width: 900, height: 700, channels: 4 as const };
  return decodeWithSharp(await sharp(photo.rgba, { raw }).composite([{ input }]).removeAlpha().jpeg().toBuffer());
}
const LETTERS = (x: number, fill: string, letters = 'AI'): string =>
  `<text x="${x}" y="50" text-anchor="middle" font-family="DejaVu Sans, sans-serif" font-weight="700" font-size="28" fill="${fill}">${letters}</text>`;
const PILL = (left: number, fill: string): string =>
  `<rect x="${left}" y="20" width="66" height="40" rx="14" fill="${fill}"/>`;

describe('findBoxedAi', () => {
  it.each([
    ['a white pill', PILL(814, 'white') + LETTERS(847, 'black'), 'top-right', 814],
    ['a black pill', PILL(20, 'black') + LETTERS(53, 'white'), 'top-left', 20],
    [
      'an outlined box',
      `<rect x="22" y="22" width="62" height="36" rx="8" fill="none" stroke="white" stroke-width="4"/>${LETTERS(53, 'white')}`,
      'top-left',
      20,
    ],
  ])('finds %s and frames it', async (_, svg, corner, left) => {
    const found = findBoxedAi(await withShape(svg));
    expect(found?.corner).toBe(corner);
    expect(Math.abs((found?.box.left ?? 0) - left)).toBeLessThanOrEqual(4);
    expect(Math.abs((found?.box.bottom ?? 0) - 60)).toBeLessThanOrEqual(4);
  });

  it.each([
    ['an empty pill', PILL(814, 'white')],
    ['a pill with a price', PILL(814, 'white') + LETTERS(847, 'black', '39')],
    ['a pill with HD', PILL(814, 'white') + LETTERS(847, 'black', 'HD')],
    ['a box in the middle of the edge', PILL(420, 'white') + LETTERS(453, 'black')],
    ['nothing', ''],
  ])('does not take %s for one', async (_, svg) => {
    expect(findBoxedAi(await withShape(svg))).toBeNull();
  });
});
