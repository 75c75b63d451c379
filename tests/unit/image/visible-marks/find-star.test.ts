import { describe, expect, it } from 'vitest';
import type { DecodedImage } from '../../../../utils/image/decoded-image.ts';
import { findStar } from '../../../../utils/image/visible-marks/find-star.ts';
import { pictureFrom } from '../../../fixtures/cosine-picture.ts';

const SIDE = 800;

/** A gray picture with a bright form of radius 24 pixels at a place. */
function withForm(isInside: (x: number, y: number) => boolean, centreX = 752, centreY = 752): DecodedImage {
  return pictureFrom(SIDE, SIDE, (x, y) => {
    const [dx, dy] = [(x - centreX) / 24, (y - centreY) / 24];
    const ground = 90 + ((x * 3 + y * 5) % 7);
    return isInside(Math.abs(dx), Math.abs(dy)) ? [230, 230, 230] : [ground, ground, ground];
  });
}

const star = (x: number, y: number): boolean => x <= 1 && y <= 1 && Math.hypot(1 - x, 1 - y) >= 1;

describe('findStar', () => {
  it('finds a star with the sides of four circles and frames it', () => {
    const found = findStar(withForm(star));
    expect(found?.likeness).toBeGreaterThan(0.85);
    for (const [side, expected] of Object.entries({ left: 728, top: 728, right: 777, bottom: 777 }))
      expect(Math.abs((found?.box[side as 'left'] ?? 0) - expected), side).toBeLessThanOrEqual(2);
  });

  it.each<[string, (x: number, y: number) => boolean]>([
    ['disc', (x, y) => Math.hypot(x, y) <= 1],
    ['square', (x, y) => Math.max(x, y) <= 1],
    ['diamond', (x, y) => x + y <= 1],
    ['plus sign', (x, y) => Math.max(x, y) <= 1 && Math.min(x, y) <= 0.25],
    ['ring', (x, y) => Math.hypot(x, y) <= 1 && Math.hypot(x, y) >= 0.7],
  ])('does not take a %s for a star', (_, form) => {
    expect(findStar(withForm(form))).toBeNull();
  });

  it('finds it in the other lower corner, and dark on a bright ground', () => {
    expect(findStar(withForm(star, 48, 752))?.corner).toBe('bottom-left');
    const dark = pictureFrom(SIDE, SIDE, (x, y) => {
      const isStar = star(Math.abs(x - 752) / 24, Math.abs(y - 752) / 24);
      return isStar ? [20, 20, 20] : [180 + ((x * 3 + y * 5) % 7), 180, 180];
    });
    expect(findStar(dark)?.corner).toBe('bottom-right');
  });

  it('looks for it in the corner only', () => {
    expect(findStar(withForm(star, 400, 752))).toBeNull();
    expect(findStar(withForm(star, 752, 400))).toBeNull();
    expect(findStar(withForm(star, 690, 765))).toBeNull();
  });

  it('finds nothing in a picture of a few pixels', () => {
    expect(findStar(pictureFrom(2, 2, () => [255, 255, 255]))).toBeNull();
  });
});
