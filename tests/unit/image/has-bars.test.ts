import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { hasBars } from '../../../utils/image/has-bars.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { noisyPicture } from '../../fixtures/screenshot-picture.ts';

/** Bars of unequal width, 330 × 110 pixels, turned by a quarter or not. */
function withBars(isTurned: boolean): DecodedImage {
  return pictureFrom(800, 800, (x, y) => {
    const [along, across] = isTurned ? [y, x] : [x, y];
    const isInside = along >= 200 && along < 530 && across >= 300 && across < 410;
    const isBar = isInside && ((along * 7) % 23 < 9 || along % 12 < 4);
    return isBar ? [30, 30, 30] : [225, 222, 215];
  });
}

describe('hasBars', () => {
  it.each([false, true])('finds a bar code, turned by a quarter: %s', (isTurned) => {
    expect(hasBars(withBars(isTurned))).toBe(true);
  });

  it('finds none in a photograph, a checked cloth and a picture of a few pixels', () => {
    expect(hasBars(noisyPicture(3, 900, 700))).toBe(false);
    expect(
      hasBars(pictureFrom(800, 800, (x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? [40, 40, 40] : [200, 200, 200]))),
    ).toBe(false);
    expect(hasBars(pictureFrom(3, 2, () => [0, 0, 0]))).toBe(false);
  });
});
