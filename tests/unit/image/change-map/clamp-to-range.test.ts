import { expect, it } from 'vitest';
import type { Lab } from '../../../../utils/image/change-map/aligned-pair.ts';
import { clampToRange } from '../../../../utils/image/change-map/clamp-to-range.ts';
import { rgbOf } from '../../../../utils/image/change-map/measure-residual.ts';
import { makeMask } from '../../../../utils/image/change-map/plane.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const SIDE = 40;

it('predicts no level that the copy, cut off before it was darkened, has nowhere', async () => {
  const { opencv } = await loadOpenCv();
  const plane = (level: (x: number) => number) => ({
    width: SIDE,
    height: SIDE,
    data: Float32Array.from({ length: SIDE * SIDE }, (_, index) => level(index % SIDE)),
  });
  const predicted: Lab = [plane((x) => 50 + 5 * x), plane(() => 128), plane(() => 128)];
  const before = rgbOf(opencv, predicted);
  const copyRgb = before.map((level) => Math.min(200, level));
  clampToRange(
    opencv,
    copyRgb,
    makeMask(SIDE, SIDE, () => true),
    predicted,
  );
  const after = rgbOf(opencv, predicted);
  expect(Math.max(...after)).toBeLessThanOrEqual(202);
  expect(Math.max(...before)).toBeGreaterThan(230);
  const middle = (10 * SIDE + 12) * 3;
  expect(Math.abs((after[middle] as number) - (before[middle] as number))).toBeLessThanOrEqual(1);
});

it('leaves a small thing alone whose colour nothing else has', async () => {
  const { opencv } = await loadOpenCv();
  const isLabel = (index: number) => index === 0;
  const plane = (level: (index: number) => number) => ({
    width: SIDE,
    height: SIDE,
    data: Float32Array.from({ length: SIDE * SIDE }, (_, index) => level(index)),
  });
  const predicted: Lab = [
    plane((index) => (isLabel(index) ? 5 : 150 + (index % SIDE))),
    plane(() => 128),
    plane(() => 128),
  ];
  const before = rgbOf(opencv, predicted);
  clampToRange(
    opencv,
    before.slice(),
    makeMask(SIDE, SIDE, () => true),
    predicted,
  );
  expect(rgbOf(opencv, predicted)).toEqual(before);
});
