import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropAround, dividerStart, shownAt } from '../../../../components/compare/shown-part.ts';

it('holds the place and stays inside the picture, whatever the place', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fraction, fraction, fraction, fraction, (x, y, right, down) => {
      const region = { x, y, width: (1 - x) * right, height: (1 - y) * down };
      const crop = cropAround(region);
      expect(crop.x).toBeGreaterThanOrEqual(0);
      expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(crop.x).toBeLessThanOrEqual(region.x + 1e-9);
      expect(crop.x + crop.width).toBeGreaterThanOrEqual(region.x + region.width - 1e-9);
      expect(crop.y + crop.height).toBeGreaterThanOrEqual(region.y + region.height - 1e-9);
      expect(crop.width).toBe(crop.height);
    }),
  );
});

it('starts the divider across the first place, in the part that is shown', () => {
  const region = { x: 0.6, y: 0.1, width: 0.2, height: 0.1 };
  expect(dividerStart(region, shownAt([region], 0))).toBeCloseTo(0.65);
  expect(dividerStart(region, shownAt([region], 1))).toBeCloseTo(0.353, 2);
  expect(dividerStart(undefined, shownAt([], 0))).toBe(0.5);
});

it('shows the whole picture for a place that is no longer there', () => {
  expect(shownAt([], 3)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});
