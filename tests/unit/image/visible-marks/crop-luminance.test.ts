import { describe, expect, it } from 'vitest';
import { cropLuminance } from '../../../../utils/image/visible-marks/crop-luminance.ts';
import { pictureFrom } from '../../../fixtures/cosine-picture.ts';

describe('cropLuminance', () => {
  const ramp = pictureFrom(40, 20, (x) => [5 * x, 5 * x, 5 * x]);

  it('takes a part as it is', () => {
    const plane = cropLuminance(ramp, { left: 10, top: 5, right: 14, bottom: 7 }, 1);
    expect([plane.width, plane.height]).toEqual([4, 2]);
    expect([...plane.data].map(Math.round)).toEqual([50, 55, 60, 65, 50, 55, 60, 65]);
  });

  it.each([0.5, 2, 3.3])('keeps a ramp a ramp at scale %f', (scale) => {
    const plane = cropLuminance(ramp, { left: 0, top: 0, right: 40, bottom: 20 }, scale);
    expect(plane.width).toBe(Math.round(40 * scale));
    const middle = Math.floor(plane.width / 2);
    const expected = 5 * ((middle + 0.5) / scale - 0.5);
    expect(plane.data[middle] as number).toBeCloseTo(expected, 0);
  });

  it('lays transparent pixels on white', () => {
    const glass = pictureFrom(2, 1, (x) => [0, 0, 0, x === 0 ? 0 : 255]);
    expect([...cropLuminance(glass, { left: 0, top: 0, right: 2, bottom: 1 }, 1).data]).toEqual([255, 0]);
  });
});
