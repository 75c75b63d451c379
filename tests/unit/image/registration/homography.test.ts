import { describe, expect, it } from 'vitest';
import {
  clipToRectangle,
  isInside,
  outlineOf,
  signedArea,
  turnsOneWay,
} from '../../../../utils/image/registration/convex-polygon.ts';
import {
  applyTo,
  type Homography,
  IDENTITY,
  invert,
  mirroring,
  multiply,
  resizing,
} from '../../../../utils/image/registration/homography.ts';

const TILTED: Homography = [1.2, 0.1, 3, -0.2, 0.9, 4, 1e-3, 2e-3, 1];

describe('homography', () => {
  it('undoes itself by its inverse', () => {
    for (const [index, value] of multiply(TILTED, invert(TILTED)).entries())
      expect(value).toBeCloseTo(IDENTITY[index] as number, 9);
  });

  it('applies the right factor first', () => {
    const [x, y] = applyTo(multiply(mirroring(100), resizing(2, 2)), 10, 20);
    expect([x, y]).toEqual([99 - 20.5, 40.5]);
  });

  it('keeps the outer edge of a pixel in place when resizing', () => {
    expect(applyTo(resizing(4, 4), -0.5, -0.5)).toEqual([-0.5, -0.5]);
  });
});

describe('convex polygon', () => {
  it('clips to a rectangle', () => {
    const clipped = clipToRectangle(outlineOf(10, 10), 5, -5, 20, 5);
    expect(Math.abs(signedArea(clipped))).toBe(25);
    expect(clipToRectangle(outlineOf(10, 10), 20, 20, 30, 30)).toEqual([]);
  });

  it('knows inside from outside with a margin', () => {
    expect(isInside(outlineOf(10, 10), 5, 5, 4)).toBe(true);
    expect(isInside(outlineOf(10, 10), 5, 5, 6)).toBe(false);
    expect(isInside([], 5, 5, 0)).toBe(false);
  });

  it('tells a folded outline', () => {
    expect(turnsOneWay(outlineOf(4, 4), 1)).toBe(true);
    expect(
      turnsOneWay(
        [
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 4],
        ],
        1,
      ),
    ).toBe(false);
  });
});
