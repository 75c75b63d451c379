import { describe, expect, it } from 'vitest';
import type { GrayPlane } from '../../../../utils/image/visible-marks/gray-plane.ts';
import { topHat } from '../../../../utils/image/visible-marks/top-hat.ts';

const WIDTH = 37;
const HEIGHT = 23;
const plane = (value: (x: number, y: number) => number): GrayPlane => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => value(at % WIDTH, Math.floor(at / WIDTH))),
});
const at = ({ data }: GrayPlane, x: number, y: number): number => data[y * WIDTH + x] as number;

describe('topHat', () => {
  it('keeps a stroke and forgets the step of the ground beside it', () => {
    const stroke = plane((x, y) => (x < 18 ? 40 : 160) + (y === 11 ? 50 : 0));
    const strokes = topHat(stroke, 7, 1);
    for (const x of [2, 17, 18, 35]) {
      expect(at(strokes, x, 11)).toBe(50);
      expect(at(strokes, x, 5)).toBe(0);
    }
  });

  it('finds dark strokes with the other sign only', () => {
    const stroke = plane((x) => (x === 12 ? 20 : 90));
    expect(at(topHat(stroke, 6, -1), 12, 10)).toBe(70);
    expect(Math.max(...topHat(stroke, 6, -1).data.filter((_, index) => index % WIDTH !== 12))).toBe(0);
    expect(Math.max(...topHat(stroke, 6, 1).data)).toBe(0);
  });

  it('drops what is as wide as the square', () => {
    const block = plane((x, y) => (x >= 10 && x < 17 && y >= 8 && y < 15 ? 200 : 50));
    expect(Math.max(...topHat(block, 7, 1).data)).toBe(0);
    expect(at(topHat(block, 8, 1), 12, 10)).toBe(150);
  });

  it('agrees with the definition on any values', () => {
    const noise = plane((x, y) => (x * 7919 + y * 104729 + x * y * 31) % 97);
    const size = 5;
    const extreme = (from: GrayPlane, pickOf: (...values: number[]) => number): GrayPlane =>
      plane((x, y) => {
        const values: number[] = [];
        for (let dy = -2; dy <= 2; dy++)
          for (let dx = -2; dx <= 2; dx++)
            values.push(at(from, Math.min(WIDTH - 1, Math.max(0, x + dx)), Math.min(HEIGHT - 1, Math.max(0, y + dy))));
        return pickOf(...values);
      });
    const opened = extreme(extreme(noise, Math.min), Math.max);
    const expected = noise.data.map((value, index) => value - (opened.data[index] as number));
    expect([...topHat(noise, size, 1).data]).toEqual([...expected]);
  });
});
