import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineOf, applyHomography, isUsableHomography, meshOf } from '../../../utils/drawing/homography.ts';
import { LISTING_TO_PICTURE } from '../../fixtures/case-view.ts';

describe('applyHomography', () => {
  it('follows a crop of 6 % on each side', () => {
    const corner = applyHomography(LISTING_TO_PICTURE, { x: 0.06, y: 0.94 });
    expect(corner?.x).toBeCloseTo(0);
    expect(corner?.y).toBeCloseTo(1);
  });

  it('follows a mirror image', () => {
    expect(applyHomography([-1, 0, 1, 0, 1, 0, 0, 0, 1], { x: 0.2, y: 0.7 })).toEqual({ x: 0.8, y: 0.7 });
  });

  it('does not depend on the scale or the sign of the nine numbers', () => {
    const negated = LISTING_TO_PICTURE.map((entry) => entry * -3);
    const [point, same] = [LISTING_TO_PICTURE, negated].map((matrix) => applyHomography(matrix, { x: 0.3, y: 0.4 }));
    expect(same?.x).toBeCloseTo(point?.x ?? Number.NaN);
    expect(same?.y).toBeCloseTo(point?.y ?? Number.NaN);
  });

  it('sends a point behind the vanishing line nowhere', () => {
    expect(applyHomography([1, 0, 0, 0, 1, 0, -2, 0, 1], { x: 0.9, y: 0 })).toBeNull();
  });
});

describe('isUsableHomography', () => {
  it.each([
    [LISTING_TO_PICTURE, true],
    [[1, 0, 0, 0, 1, 0, 0, 0], false],
    [[1, 0, 0, 0, 0, 0, 0, 0, 1], false],
    [[1, 0, 0, 0, Number.NaN, 0, 0, 0, 1], false],
    ['identity', false],
    [null, false],
  ])('%j: %s', (value, isUsable) => {
    expect(isUsableHomography(value)).toBe(isUsable);
  });
});

describe('meshOf', () => {
  it('needs two triangles without perspective', () => {
    expect(meshOf(LISTING_TO_PICTURE, 24)).toHaveLength(2);
  });

  it('covers the square finely with perspective, each triangle where the homography sends it', () => {
    const matrix = [1, 0.1, 0, 0, 1, 0.1, 0.2, 0.1, 1];
    const mesh = meshOf(matrix, 8);
    expect(mesh).toHaveLength(128);
    const area = mesh.reduce((sum, { source: [p, q, r] }) => {
      return sum + Math.abs((q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)) / 2;
    }, 0);
    expect(area).toBeCloseTo(1);
    for (const { source, target } of mesh) {
      source.forEach((point, corner) => {
        expect(target[corner]).toEqual(applyHomography(matrix, point));
      });
    }
  });
});

describe('affineOf', () => {
  it('maps the corners of the source onto those of the target', () => {
    const coordinate = fc.integer({ min: -500, max: 500 });
    const point = fc.record({ x: coordinate, y: coordinate });
    const triangle = fc.tuple(point, point, point);
    fc.assert(
      fc.property(triangle, triangle, (source, target) => {
        const affine = affineOf({ source, target });
        if (affine === null) return;
        const [a, b, c, d, e, f] = affine;
        for (const [index, { x, y }] of source.entries()) {
          const expected = target[index];
          expect(a * x + c * y + e).toBeCloseTo(expected?.x ?? Number.NaN, 3);
          expect(b * x + d * y + f).toBeCloseTo(expected?.y ?? Number.NaN, 3);
        }
      }),
    );
  });

  it('has none for corners on one line', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ] as const;
    expect(affineOf({ source: line, target: line })).toBeNull();
  });
});
