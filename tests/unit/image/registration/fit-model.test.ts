import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { errorOf, fitRobustly, type ModelKind } from '../../../../utils/image/registration/fit-model.ts';
import { applyTo, type Homography } from '../../../../utils/image/registration/homography.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const SIMILARITY: Homography = [0.8, -0.3, 12, 0.3, 0.8, -5, 0, 0, 1];
const SQUEEZED: Homography = [1.1, 0, 3, 0, 0.9, 4, 0, 0, 1];
const TILTED: Homography = [1, 0.02, 3, 0.01, 1, 4, 1e-4, 5e-5, 1];

let opencv: OpenCv;
beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

function pairsUnder(model: Homography, outliers: number) {
  const random = seededRandom(5);
  return Array.from({ length: 80 }, (_, index) => {
    const from = [random() * 600, random() * 400] as const;
    const [x, y] = applyTo(model, ...from);
    return { from, to: index < outliers ? ([x + 40, y - 25] as const) : ([x, y] as const) };
  });
}

describe('fitRobustly', () => {
  it.each<[ModelKind, Homography]>([
    ['similarity', SIMILARITY],
    ['axis-scaled', SQUEEZED],
    ['axis-scaled', SIMILARITY],
    ['homography', TILTED],
  ])('finds a %s though a fifth of the points are wrong', (kind, model) => {
    const fitted = fitRobustly(opencv, pairsUnder(model, 16), kind, 1.5) as Homography;
    for (const pair of pairsUnder(model, 0)) expect(errorOf(fitted, pair)).toBeLessThan(0.05);
  });

  it('cannot bend a similarity to a squeezed or a tilted picture', () => {
    for (const model of [SQUEEZED, TILTED]) {
      const fitted = fitRobustly(opencv, pairsUnder(model, 0), 'similarity', 3) as Homography;
      const worst = Math.max(...pairsUnder(model, 0).map((pair) => errorOf(fitted, pair)));
      expect(worst).toBeGreaterThan(3);
    }
  });

  it('gives no model for fewer than six points', () => {
    expect(fitRobustly(opencv, pairsUnder(SIMILARITY, 0).slice(0, 5), 'similarity', 2)).toBeNull();
  });
});
