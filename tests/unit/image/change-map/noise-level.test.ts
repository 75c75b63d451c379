import { expect, it } from 'vitest';
import { noiseLevel } from '../../../../utils/image/change-map/noise-level.ts';
import { makeMask } from '../../../../utils/image/change-map/plane.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const SIDE = 160;

it('expects little of flat ground and more of contrast and of noisy surroundings, and never more than it is told', async () => {
  const { opencv } = await loadOpenCv();
  const random = seededRandom('noise');
  const column = (index: number): number => index % SIDE;
  const isFlat = (index: number): boolean => Math.floor(index / SIDE) % 2 === 0;
  // Rows alternate between flat and busy ground; the right half is three times as noisy.
  const noiseAt = (index: number): number => (isFlat(index) ? 0.7 : 2) * (column(index) < SIDE / 2 ? 1 : 3);
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, index) => random() * noiseAt(index));
  const contrast = Float32Array.from({ length: SIDE * SIDE }, (_, index) => (isFlat(index) ? 2 : 40));
  const most = new Float32Array(SIDE * SIDE).fill(5);
  const judged = makeMask(SIDE, SIDE, () => true);
  const noise = noiseLevel(opencv, { width: SIDE, height: SIDE, data }, contrast, judged, most);
  const at = (row: number, x: number): number => noise[row * SIDE + x] as number;
  expect(at(40, 10)).toBeLessThan(at(41, 10) / 1.5);
  expect(at(40, 10)).toBeLessThan(at(40, 150) / 1.1);
  const strict = noiseLevel(
    opencv,
    { width: SIDE, height: SIDE, data },
    contrast,
    judged,
    most.map(() => 0.8),
  );
  expect(strict[41 * SIDE + 10] as number).toBeLessThan(1.2);
});
