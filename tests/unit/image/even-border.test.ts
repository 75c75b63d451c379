import { describe, expect, it } from 'vitest';
import { withoutBorder } from '../../../utils/image/even-border.ts';
import { cosinePicture, pictureFrom } from '../../fixtures/cosine-picture.ts';

const photo = cosinePicture(3, 300, 200);
type Colour = [number, number, number];

/** The photo on a ground, with so many pixels of it on each side. */
function framed(left: number, top: number, right: number, bottom: number, ground: Colour) {
  return pictureFrom(300 + left + right, 200 + top + bottom, (x, y) => {
    const [fromX, fromY] = [x - left, y - top];
    if (fromX < 0 || fromY < 0 || fromX >= 300 || fromY >= 200) return ground;
    return [...photo.rgba.subarray(4 * (fromY * 300 + fromX), 4 * (fromY * 300 + fromX) + 3)] as Colour;
  });
}

describe('withoutBorder', () => {
  it('leaves a picture without a border whole', () => {
    expect(withoutBorder(photo)).toEqual({ content: { x: 0, y: 0, width: 1, height: 1 }, isOnWhite: false });
  });

  it.each([
    ['black', [0, 0, 0]],
    ['white', [255, 255, 255]],
    ['pink', [240, 180, 200]],
  ] as [string, Colour][])('cuts a %s border off', (_name, ground) => {
    const { content, isOnWhite } = withoutBorder(framed(30, 0, 60, 50, ground));
    expect(content.x).toBeCloseTo(30 / 390, 2);
    expect(content.y).toBe(0);
    expect(content.width).toBeCloseTo(300 / 390, 2);
    expect(content.height).toBeCloseTo(200 / 250, 2);
    expect(isOnWhite).toBe(false);
  });

  it('sees that goods stand on white', () => {
    const goods = pictureFrom(300, 300, (x, y) => (Math.hypot(x - 150, y - 150) < 90 ? [x, y, 60] : [255, 255, 255]));
    const { content, isOnWhite } = withoutBorder(goods);
    expect(content.width).toBeCloseTo(0.6, 1);
    expect(isOnWhite).toBe(true);
  });

  it('does not cut a nearly empty picture to nothing', () => {
    expect(withoutBorder(pictureFrom(100, 100, () => [128, 128, 128])).content.width).toBe(1);
  });
});
