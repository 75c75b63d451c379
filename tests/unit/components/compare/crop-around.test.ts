import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropAround } from '../../../../components/compare/crop-around.ts';

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
