import { describe, expect, it } from 'vitest';
import type { PointPair } from '../../../../utils/image/registration/fit-model.ts';
import { IDENTITY } from '../../../../utils/image/registration/homography.ts';
import { measureBend } from '../../../../utils/image/registration/measure-bend.ts';
import { between, seededRandom } from '../../../bench/seeded-random.ts';

const FRAME = { width: 800, height: 600 };
const random = seededRandom('bend');

/** Pairs on a grid, found with a tenth of a pixel of noise after a lens of the given distortion. */
function pairs(distortion: number): PointPair[] {
  return Array.from({ length: 300 }, (_, index) => {
    const x = 20 + (index % 20) * 40;
    const y = 20 + Math.floor(index / 20) * 40;
    const [u, v] = [(x - 400) / 800, (y - 300) / 800];
    const bend = distortion * (u * u + v * v);
    const noise = (): number => between(random, -0.17, 0.17);
    return { from: [x, y], to: [x + (x - 400) * bend + noise(), y + (y - 300) * bend + noise()] };
  });
}

describe('measureBend', () => {
  it('is next to nothing without a lens, though every block is noisy', () => {
    expect(measureBend(IDENTITY, pairs(0), FRAME)).toBeLessThan(0.045);
  });

  it('shows a lens of half a per cent', () => {
    expect(measureBend(IDENTITY, pairs(0.005), FRAME)).toBeGreaterThan(0.1);
  });

  it('says nothing from a few pairs', () => {
    expect(measureBend(IDENTITY, pairs(0).slice(0, 30), FRAME)).toBe(Number.POSITIVE_INFINITY);
  });
});
