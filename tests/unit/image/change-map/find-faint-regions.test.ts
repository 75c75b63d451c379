import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { findFaintRegions } from '../../../../utils/image/change-map/find-faint-regions.ts';
import type { Plane } from '../../../../utils/image/change-map/plane.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const SIDE = 200;
let opencv: OpenCv;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

/** `level` in a rectangle from (20, 30), 0 around it. */
function planeWith(level: number, width: number, height: number): Plane {
  const isIn = (x: number, y: number): boolean => x >= 20 && x < 20 + width && y >= 30 && y < 30 + height;
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, index) =>
    isIn(index % SIDE, Math.floor(index / SIDE)) ? level : 0,
  );
  return { width: SIDE, height: SIDE, data };
}

function found(faint: number, usual: number, width: number, height: number): number {
  const planes = [planeWith(faint, width, height), planeWith(usual, width, height)] as const;
  return findFaintRegions(opencv, ...planes, SIDE * SIDE).length;
}

describe('findFaintRegions', () => {
  it('finds a thin line that stands out a little along all of its length', () => {
    expect(found(7, 3, 60, 2)).toBe(1);
  });

  it.each([
    ['finds one line that is broken in two, where it stands out much', 16, 3, 4, 1],
    ['leaves out one that does not', 7, 3, 4, 0],
    ['leaves out two that lie apart', 16, 3, 30, 0],
  ])('%s', (_name, faint, usual, gap, count) => {
    const broken = (level: number): Plane => {
      const plane = planeWith(level, 40 + gap, 1);
      plane.data.fill(0, 30 * SIDE + 40, 30 * SIDE + 40 + gap);
      return plane;
    };
    expect(findFaintRegions(opencv, broken(faint), broken(usual), SIDE * SIDE)).toHaveLength(count);
  });

  it.each([
    ['a small spot, however strong', 40, 20, 5, 5],
    ['a large place that hardly exceeds the noise', 3.8, 3, 60, 2],
    ['a difference that nobody sees', 12, 1, 60, 2],
    ['what is within the noise', 3, 3, 100, 40],
  ])('leaves out %s', (_name, faint, usual, width, height) => {
    expect(found(faint, usual, width, height)).toBe(0);
  });
});
