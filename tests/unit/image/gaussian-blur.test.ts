import { beforeAll, expect, it } from 'vitest';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import { gaussianBlur } from '../../../utils/image/gaussian-blur.ts';
import { withMats } from '../../../utils/image/registration/mat-scope.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';

let opencv: OpenCv;
beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

interface Values {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Values without a pattern, of both signs and with fractions. */
function scattered(width: number, height: number): Values {
  const data = Float32Array.from(
    { length: width * height },
    (_, index) => (Math.imul(index + 1, 0x9e37_79b1) >> 8) / 32_768,
  );
  return { width, height, data };
}

function blurredByOpenCv({ width, height, data }: Values, sigma: number): Float32Array {
  return withMats((keep) => {
    const image = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
    image.data32F.set(data);
    opencv.GaussianBlur(image, image, new opencv.Size(0, 0), sigma);
    return image.data32F.slice();
  });
}

/** So that many values are compared at once, to the last bit. */
const bytesOf = ({ buffer }: Float32Array): Buffer => Buffer.from(buffer as ArrayBuffer);

it.each([
  [64, 48],
  [61, 47],
  [5, 90],
  [90, 5],
  [1, 40],
  [40, 1],
  [1, 1],
])('blurs %i × %i values to the last bit as OpenCV does', (width, height) => {
  const values = scattered(width, height);
  for (const sigma of [0.1, 0.5, 0.8, 1.1, 1.4375, 2.5, 5, 8])
    expect(bytesOf(gaussianBlur(opencv, values, sigma)).equals(bytesOf(blurredByOpenCv(values, sigma)))).toBe(true);
});

it('takes more values than its memory first holds, and then few again', () => {
  const [many, few] = [scattered(400, 300), scattered(9, 8)];
  for (const values of [many, few])
    expect(bytesOf(gaussianBlur(opencv, values, 5)).equals(bytesOf(blurredByOpenCv(values, 5)))).toBe(true);
});

it('leaves what it blurs as it is', () => {
  const values = scattered(20, 10);
  gaussianBlur(opencv, values, 2);
  expect(values).toEqual(scattered(20, 10));
});
