import { describe, expect, it } from 'vitest';
import type { PointPair } from '../../../../utils/image/registration/fit-model.ts';
import { IDENTITY } from '../../../../utils/image/registration/homography.ts';
import { measureWarp } from '../../../../utils/image/registration/measure-warp.ts';
import { between, seededRandom } from '../../../bench/seeded-random.ts';

const FRAME = { width: 800, height: 600 };
const random = seededRandom('warp');

/** Pairs on a grid, found with some noise, where things at the sides stand so many pixels farther to the right. */
function pairs(noisePixels: number, shiftPixels: number): PointPair[] {
  return Array.from({ length: 300 }, (_, index) => {
    const x = 20 + (index % 20) * 40;
    const y = 20 + Math.floor(index / 20) * 40;
    const noise = (): number => between(random, -noisePixels, noisePixels);
    return { from: [x, y], to: [x + shiftPixels * ((x - 400) / 400) ** 2 + noise(), y + noise()] };
  });
}

describe('measureWarp', () => {
  it.each([0, 0.1, 0.6])('is nothing in a copy whose blocks err by %f px', (noise) => {
    expect(measureWarp(IDENTITY, pairs(noise, 0), FRAME)).toBeLessThan(0.03);
  });

  it('shows parallax of a fifth of a pixel', () => {
    expect(measureWarp(IDENTITY, pairs(0.1, 0.5), FRAME)).toBeGreaterThan(0.15);
  });

  it('says nothing from a few pairs', () => {
    expect(measureWarp(IDENTITY, pairs(0, 5).slice(0, 30), FRAME)).toBe(0);
  });
});
