import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { findInnerPicture } from '../../../utils/image/find-inner-picture.ts';
import { subjectOfPicture } from '../../../utils/image/subject-of-picture.ts';
import { pictureOf } from '../../fixtures/check-input.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { borderedPicture, noisyPicture, screenshotPicture } from '../../fixtures/screenshot-picture.ts';

const photo = noisyPicture(1, 420, 560);
const find = (pixels: DecodedImage) => findInnerPicture(pixels, subjectOfPicture(pictureOf({ pixels })));

describe('findInnerPicture', () => {
  it('finds the photograph in a screenshot to the pixel', async () => {
    const found = find(await screenshotPicture(photo, 67, 301, 'Refund'));
    expect(found?.surroundings).toBe('interface');
    expect(found?.areaShare).toBeCloseTo((420 * 560) / (720 * 1440), 2);
    for (const [side, expected] of Object.entries({ left: 67, top: 301, right: 487, bottom: 861 }))
      expect(Math.abs((found?.box[side as 'left'] ?? 0) - expected), side).toBeLessThanOrEqual(1);
  });

  it('tells a plain border from an interface', () => {
    const found = find(borderedPicture(420, 800, 0, 120, photo, 0));
    expect(found).toMatchObject({ surroundings: 'border', box: { left: 0, right: 420 } });
    expect(Math.abs((found?.box.top ?? 0) - 120)).toBeLessThanOrEqual(1);
    expect(Math.abs((found?.box.bottom ?? 0) - 680)).toBeLessThanOrEqual(1);
  });

  it('finds nothing in a photograph that fills its frame', () => {
    expect(find(noisyPicture(2, 800, 600))).toBeNull();
  });

  it('does not take goods on white for a picture with a border', () => {
    const goods = pictureFrom(800, 800, (x, y) => {
      const isInside = Math.hypot(x - 400, (y - 400) * 1.2) < 260;
      return isInside ? [90 + (x % 40), 60 + (y % 50), 80] : [250, 250, 250];
    });
    expect(find(goods)).toBeNull();
  });

  it('does not take a carton on white for a picture with a border', () => {
    expect(find(borderedPicture(800, 560, 190, 0, photo, 250))).toBeNull();
  });

  it('does not take a wall beside a thing for a border', () => {
    expect(find(borderedPicture(500, 560, 80, 0, photo, 120))).toBeNull();
  });

  it('does not take a tilted sheet on a table for a picture with a border', () => {
    const tilted = pictureFrom(800, 800, (x, y) => {
      const along = x - 200 + 0.03 * y;
      const isInside = along > 0 && along < 400 && y - 0.03 * x > 180 && y - 0.03 * x < 620;
      return isInside ? [90 + ((x * 7 + y * 13) % 60), 100, 80] : [235, 235, 235];
    });
    expect(find(tilted)).toBeNull();
  });
});
