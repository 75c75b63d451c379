import { describe, expect, it } from 'vitest';
import { inWhole, inWholeMatrix, viewsOfPicture } from '../../../../utils/checks/listing-match/views-of-picture.ts';
import { applyTo, type Homography } from '../../../../utils/image/registration/homography.ts';
import { pictureOf } from '../../../fixtures/check-input.ts';
import { noisyPicture, screenshotPicture } from '../../../fixtures/screenshot-picture.ts';

const photo = noisyPicture(3, 560, 420);

describe('viewsOfPicture', () => {
  it('is the photograph in a screenshot first, to the pixel, and then the whole', async () => {
    const page = pictureOf({ pixels: await screenshotPicture(photo, 80, 400, 'Chat') });
    const [inner, whole, ...others] = viewsOfPicture(page);
    expect(others).toEqual([]);
    expect(whole).toEqual({ picture: page, region: { x: 0, y: 0, width: 1, height: 1 } });
    expect(inner?.region.x).toBeCloseTo(80 / 720, 2);
    expect(inner?.region.y).toBeCloseTo(400 / 1440, 2);
    expect(Math.abs((inner?.picture.pixels?.width ?? 0) - 560)).toBeLessThanOrEqual(4);
    expect(inner?.picture.sha256).toBe(page.sha256);
  });

  it('is the whole alone for a photograph, and for a photograph too small in its screenshot', async () => {
    expect(viewsOfPicture(pictureOf({ pixels: photo }))).toHaveLength(1);
    const thumbnail = noisyPicture(4, 320, 180);
    expect(viewsOfPicture(pictureOf({ pixels: await screenshotPicture(thumbnail, 80, 400, 'Chat') }))).toHaveLength(1);
  });
});

describe('places in a part', () => {
  const part = { x: 0.1, y: 0.5, width: 0.5, height: 0.25 };

  it('become places in the whole', () => {
    expect(inWhole(part, { x: 0.5, y: 0.5, width: 0.2, height: 0.4 })).toEqual({
      x: 0.35,
      y: 0.625,
      width: 0.1,
      height: 0.1,
    });
    const [x, y] = applyTo(inWholeMatrix(part, [1, 0, 0.1, 0, 1, 0.2, 0, 0, 1]) as unknown as Homography, 0.4, 0.3);
    expect(x).toBeCloseTo(0.1 + 0.5 * 0.5, 9);
    expect(y).toBeCloseTo(0.5 + 0.25 * 0.5, 9);
  });
});
