import { describe, expect, it } from 'vitest';
import { findInnerPicture } from '../../../utils/image/find-inner-picture.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { noisyPicture, screenshotPicture } from '../../fixtures/screenshot-picture.ts';

const photo = noisyPicture(1, 420, 560);

describe('findInnerPicture', () => {
  it('finds the photograph in a screenshot to the pixel', () => {
    const whole = screenshotPicture({
      width: 720,
      height: 1280,
      hasText: true,
      photo: { left: 60, top: 300, picture: photo },
    });
    const found = findInnerPicture(whole);
    expect(found?.surroundings).toBe('interface');
    expect(found?.areaShare).toBeCloseTo((420 * 560) / (720 * 1280), 2);
    for (const [side, expected] of Object.entries({ left: 60, top: 300, right: 480, bottom: 860 }))
      expect(Math.abs((found?.box[side as 'left'] ?? 0) - expected), side).toBeLessThanOrEqual(1);
  });

  it('tells a plain border from an interface', () => {
    const letterbox = screenshotPicture({
      width: 420,
      height: 800,
      hasText: false,
      ground: 0,
      photo: { left: 0, top: 120, picture: photo },
    });
    expect(findInnerPicture(letterbox)).toMatchObject({
      surroundings: 'border',
      box: { left: 0, right: 420 },
    });
  });

  it('finds nothing in a photograph that fills its frame', () => {
    expect(findInnerPicture(noisyPicture(2, 800, 600))).toBeNull();
  });

  it('does not take a product on white for a screenshot', () => {
    const product = pictureFrom(800, 800, (x, y) => {
      const isInside = Math.hypot(x - 400, (y - 400) * 1.2) < 260;
      return isInside ? [90 + (x % 40), 60 + (y % 50), 80] : [250, 250, 250];
    });
    expect(findInnerPicture(product)).toBeNull();
  });

  it('does not take a tilted sheet on a table for a screenshot', () => {
    const tilted = pictureFrom(800, 800, (x, y) => {
      const along = x - 200 + 0.03 * y;
      const isInside = along > 0 && along < 400 && y - 0.03 * x > 180 && y - 0.03 * x < 620;
      return isInside ? [90 + ((x * 7 + y * 13) % 60), 100, 80] : [235, 235, 235];
    });
    expect(findInnerPicture(tilted)).toBeNull();
  });
});
