import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { shareOfIdenticalTiles } from '../../../utils/image/identical-tiles.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

function image(width: number, height: number, levelAt: (x: number, y: number) => number): DecodedImage {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(levelAt(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height, sourceWidth: width, sourceHeight: height, rgba };
}

const texture = (x: number, y: number): number => 128 + 40 * Math.sin(x * 1.3) * Math.cos(y * 0.9);

describe('the share of identical tiles', () => {
  it('counts textured tiles that agree to the last bit', () => {
    const whole = image(160, 160, texture);
    expect(shareOfIdenticalTiles(whole, image(160, 160, texture))).toBe(1);
    const half = image(160, 160, (x, y) => texture(x, y) + (x < 80 && (x + y) % 8 === 0 ? 1 : 0));
    expect(shareOfIdenticalTiles(whole, half)).toBeCloseTo(0.5, 2);
  });

  it('is next to nothing where every pixel has noise of its own', () => {
    const random = seededRandom('noise');
    const noisy = () => image(160, 160, (x, y) => texture(x, y) + 4 * (random() - 0.5));
    expect(shareOfIdenticalTiles(noisy(), noisy())).toBe(0);
  });

  it('says nothing of plain pictures and of two sizes', () => {
    const plain = image(160, 160, () => 200);
    expect(shareOfIdenticalTiles(plain, plain)).toBeNull();
    expect(shareOfIdenticalTiles(image(160, 160, texture), image(160, 152, texture))).toBeNull();
  });
});
