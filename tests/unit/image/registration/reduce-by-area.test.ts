import { beforeAll, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { withMats } from '../../../../utils/image/registration/mat-scope.ts';
import { canReduce, reduceByArea } from '../../../../utils/image/registration/reduce-by-area.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';

let opencv: OpenCv;
beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

function scattered(width: number, height: number) {
  const rgba = Uint8ClampedArray.from(
    { length: width * height * 4 },
    (_, index) => (Math.imul(index + 1, 0x9e37_79b1) >>> 13) & 255,
  );
  return { width, height, rgba };
}

function reducedByOpenCv(image: ReturnType<typeof scattered>, width: number, height: number): Uint8Array {
  return withMats((keep) => {
    const full = keep(new opencv.Mat(image.height, image.width, opencv.CV_8UC4));
    full.data.set(image.rgba);
    const reduced = keep(new opencv.Mat());
    opencv.resize(full, reduced, new opencv.Size(width, height), 0, 0, opencv.INTER_AREA);
    return new Uint8Array(reduced.data);
  });
}

it.each([
  [320, 240, 166, 125],
  [100, 80, 99, 79],
  [37, 41, 5, 6],
  [200, 10, 67, 3],
  [50, 50, 20, 20],
  [50, 40, 25, 39],
  [9, 7, 2, 7],
])('reduces %i × %i pixels to %i × %i as OpenCV does', (width, height, newWidth, newHeight) => {
  const image = scattered(width, height);
  expect(canReduce(image, newWidth, newHeight)).toBe(true);
  expect(reduceByArea(image, newWidth, newHeight)).toEqual(reducedByOpenCv(image, newWidth, newHeight));
});

it('leaves to OpenCV what joins whole pixels, and what does not shrink', () => {
  expect(canReduce(scattered(50, 40), 25, 20)).toBe(false);
  expect(canReduce(scattered(50, 1), 20, 2)).toBe(false);
});
