import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { IDENTITY } from '../../../../utils/image/registration/homography.ts';
import type { BlockMatch } from '../../../../utils/image/registration/match-blocks.ts';
import { type Drift, measureDrift } from '../../../../utils/image/registration/measure-drift.ts';
import type { OverlapFrame } from '../../../../utils/image/registration/overlap-frame.ts';
import { between, seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const FRAME = { width: 400, height: 300, copyToFrame: IDENTITY, shareOfCopy: 1, shareOfSource: 1 } as OverlapFrame;
let opencv: OpenCv;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

/** The drift of a grid of blocks that each moved as `moved` says. */
function driftOf(moved: (x: number, y: number) => readonly [number, number]): Drift | null {
  const blocks: BlockMatch[] = [];
  for (let y = 24; y <= 276; y += 24)
    for (let x = 24; x <= 376; x += 24) {
      const [dx, dy] = moved(x, y);
      blocks.push({ x, y, dx, dy, correlation: 0.9, isAtLimit: false, sourceDeviation: 9, copyDeviation: 9 });
    }
  return measureDrift(opencv, { sourceToFrame: IDENTITY, blocks }, FRAME, false);
}

describe('measureDrift', () => {
  it('finds no order where every place strays by itself', () => {
    const random = seededRandom('stray');
    const drift = driftOf(() => [between(random, -1.5, 1.5), between(random, -1.5, 1.5)]);
    expect(drift?.orderedShare).toBeLessThan(0.15);
    expect(drift?.strayPermille).toBeCloseTo((1000 * Math.sqrt(1.5)) / 500, 0);
    expect(drift?.nearShare).toBe(1);
    expect(drift?.tiltDegrees).toBeLessThan(0.15);
  });

  it.each([
    ['perspective', (x: number, y: number) => [((x - 200) * (x - 200)) / 12_000, ((x - 200) * (y - 150)) / 12_000]],
    ['a lens', (x: number, y: number) => [1e-6 * (x - 200) ** 3, 1e-6 * (y - 150) ** 3]],
  ] as const)('finds order in %s', (_name, moved) => {
    const random = seededRandom('order');
    const drift = driftOf((x, y) => {
      const [dx, dy] = moved(x, y) as [number, number];
      return [dx + between(random, -0.2, 0.2), dy + between(random, -0.2, 0.2)];
    });
    expect(drift?.orderedShare).toBeGreaterThan(0.6);
  });

  it('sees that things at two depths move along lines through one point, and what strays by itself in every direction', () => {
    const random = seededRandom('depths');
    const noise = (): number => between(random, -0.2, 0.2);
    const near = (x: number, y: number): boolean => Math.hypot(x - 150, y - 150) < 80;
    const parallax = driftOf((x, y) => [(near(x, y) ? 1.6 : 0) + noise(), (near(x, y) ? 0.8 : 0) + noise()]);
    expect(parallax?.orderedShare).toBeLessThan(0.7);
    expect(parallax?.acrossShare).toBeLessThan(0.15);
    const nearer = driftOf((x, y) =>
      near(x, y) ? [(x - 200) / 40 + noise(), (y - 150) / 40 + noise()] : [noise(), noise()],
    );
    expect(nearer?.acrossShare).toBeLessThan(0.25);
    const random2d = driftOf(() => [between(random, -1.5, 1.5), between(random, -1.5, 1.5)]);
    expect(random2d?.acrossShare).toBeGreaterThan(0.35);
  });

  it('takes scale, shift and a separate scale of each axis for no stray', () => {
    const drift = driftOf((x, y) => [2 + 0.01 * (x - 200), -1 - 0.01 * (y - 150)]);
    expect(drift?.strayPermille).toBeLessThan(0.1);
    expect(drift?.squeeze).toBeCloseTo(0.02, 2);
  });

  it('says nothing of a few blocks', () => {
    expect(driftOf((x, y) => (x < 100 && y < 100 ? [0, 0] : [30 + (x % 7) * 9, (y % 5) * 11]))).toBeNull();
  });
});
