import { expect, it, vi } from 'vitest';
import type { OpenedPicture } from '../../../../utils/engine/worker/picture-shelf.ts';
import { reduceToWorkingSize } from '../../../../utils/engine/worker/reduce-to-working-size.ts';
import { makePicture } from '../../../../utils/image/picture.ts';
import { grayImageOf } from '../../../../utils/image/registration/gray-image.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

const { opencv } = await loadOpenCv();
vi.mock('../../../../utils/engine/worker/load-open-cv.ts', () => ({ loadOpenCv: async () => ({ tool: opencv }) }));

it.each([
  [1826, 1369],
  [1369, 1826],
  [1601, 400],
  [800, 600],
])('of %i × %i pixels, what every comparison works on is the same as of the whole picture', async (width, height) => {
  const random = seededRandom(7);
  const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, () => 256 * random());
  const pixels = { width, height, rgba, sourceWidth: 4000, sourceHeight: 3000 };
  const picture = makePicture({ id: 'l0', name: 'l0', sha256: 'a', type: 'jpeg', bytes: new Uint8Array(9), pixels });
  const opened: OpenedPicture = {
    picture,
    decoding: { type: 'jpeg', pixels, preview: null, problem: null },
    decodeMs: 1,
  };
  const reduced = (await reduceToWorkingSize(opened)).picture;
  if (!reduced.pixels) throw new Error('No pixels are left');
  expect(reduced.pixels.width * reduced.pixels.height).toBeLessThan(1_110_000);
  expect(reduced.pixels.sourceWidth).toBe(4000);
  expect(reduced.bytes).toHaveLength(0);
  const before = grayImageOf(opencv, picture, pixels);
  const after = grayImageOf(opencv, reduced, reduced.pixels);
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  expect(Buffer.compare(Buffer.from(after.data), Buffer.from(before.data))).toBe(0);
});
