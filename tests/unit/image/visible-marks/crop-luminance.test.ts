import { describe, expect, it } from 'vitest';
import { type ContrastFor, cropLuminance } from '../../../../utils/image/visible-marks/crop-luminance.ts';
import { pictureFrom } from '../../../fixtures/cosine-picture.ts';

/** Colours without a pattern, some of them transparent. */
const scattered = pictureFrom(61, 47, (x, y) => {
  const bits = Math.imul(x + 64 * y + 1, 0x9e37_79b1);
  return [bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, x % 5 === 0 ? (bits >> 24) & 255 : 255];
});

/** Luma in double precision, of one pixel after the other. */
function lumaAt(x: number, y: number, contrastFor: ContrastFor): number {
  const at = 4 * (y * scattered.width + x);
  const [red = 0, green = 0, blue = 0, alpha = 0] = scattered.rgba.subarray(at, at + 4);
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const extreme = { all: luma, bright: Math.min(red, green, blue), dark: Math.max(red, green, blue) }[contrastFor];
  return ((luma + extreme) / 2) * (alpha / 255) + 255 * (1 - alpha / 255);
}

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

  it.each(['all', 'bright', 'dark'] as const)('computes what is asked for of every pixel: %s', (contrastFor) => {
    for (const [left, right] of [
      [0, 61],
      [7, 8],
      [3, 52],
    ] as const) {
      const { width, data } = cropLuminance(scattered, { left, top: 5, right, bottom: 40 }, 1, contrastFor);
      for (const [at, value] of data.entries())
        expect(value).toBeCloseTo(lumaAt(left + (at % width), 5 + Math.floor(at / width), contrastFor), 3);
    }
  });

  it('takes the mean of what lies under a new pixel, weighted by its distance, and no pixel outside of the box', () => {
    const { width, height, data } = cropLuminance(scattered, { left: 10, top: 8, right: 40, bottom: 28 }, 0.1);
    expect([width, height]).toEqual([3, 2]);
    const expected = (column: number, row: number): number => {
      let sum = 0;
      let weights = 0;
      for (let y = 0; y < 20; y++)
        for (let x = 0; x < 30; x++) {
          const weight =
            Math.max(0, 1 - Math.abs(x + 0.5 - 10 * (column + 0.5)) / 10) *
            Math.max(0, 1 - Math.abs(y + 0.5 - 10 * (row + 0.5)) / 10);
          sum += weight * lumaAt(10 + x, 8 + y, 'all');
          weights += weight;
        }
      return sum / weights;
    };
    for (const [at, value] of data.entries()) expect(value).toBeCloseTo(expected(at % 3, Math.floor(at / 3)), 3);
  });

  it('is the same after a larger picture has made its memory grow', () => {
    const box = { left: 0, top: 0, right: 61, bottom: 47 };
    const before = cropLuminance(scattered, box, 0.4);
    const large = pictureFrom(9000, 12, (x) => [x % 256, 0, 0]);
    cropLuminance(large, { left: 0, top: 0, right: 9000, bottom: 12 }, 0.5);
    expect(cropLuminance(scattered, box, 0.4)).toEqual(before);
  });
});
