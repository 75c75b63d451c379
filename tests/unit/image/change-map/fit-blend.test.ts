import { describe, expect, it } from 'vitest';
import { fitBlend, missOf } from '../../../../utils/image/change-map/fit-blend.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';

const PIXELS = 600;
const random = seededRandom('blend');
const source = Uint8Array.from({ length: PIXELS * 3 }, () => Math.floor(40 + random() * 170));
const all = Array.from({ length: PIXELS }, (_, index) => index);

function painted(keep: number, add: readonly number[]): Uint8Array {
  return source.map((level, at) => Math.min(255, keep * level + (add[at % 3] as number) + (random() - 0.5) * 4));
}

describe('fitBlend', () => {
  it.each([
    ['paint that covers', 0, [250, 40, 40]],
    ['a highlighter', 0.6, [100, 80, 0]],
    ['a dark veil', 0.5, [0, 0, 0]],
    ['a place that the veil spared', 1.8, [0, 0, 0]],
  ])('finds %s', (_name, keep, add) => {
    const copy = painted(keep, add);
    const unclipped = all.filter((index) => [0, 1, 2].every((c) => (copy[index * 3 + c] as number) < 250));
    const blend = fitBlend(copy, source, unclipped);
    expect(blend.keep).toBeCloseTo(keep, 1);
    for (const index of unclipped.slice(0, 50)) expect(missOf(copy, source, index, blend)).toBeLessThan(8);
  });

  it('is not led astray by a sixth of other pixels', () => {
    const copy = painted(0.5, [60, 60, 0]);
    for (let index = 0; index < PIXELS / 6; index++) copy.fill(255, index * 3, index * 3 + 3);
    expect(fitBlend(copy, source, all).keep).toBeCloseTo(0.5, 1);
  });
});
