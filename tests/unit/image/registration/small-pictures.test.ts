import { beforeAll, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import type { Picture } from '../../../../utils/image/picture.ts';
import { registerPictures } from '../../../../utils/image/registration/register-pictures.ts';
import { shortlistPictures } from '../../../../utils/image/registration/shortlist-pictures.ts';
import { pictureOf } from '../../../fixtures/check-input.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';
import { makeScene, takePhoto } from '../../../fixtures/make-photo.ts';
import { pictureOfRaster } from '../../../fixtures/picture-of-raster.ts';

let opencv: OpenCv;
let photo: Picture;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  photo = await pictureOfRaster(takePhoto(makeScene(31), undefined, 640, 480), 'photo.jpg', 88);
});

/** Black and white by turns, so that something stands out wherever there is room for it. */
function striped(width: number, height: number): Picture {
  const rgba = new Uint8ClampedArray(width * height * 4).map((_, index) =>
    (index >> 2) % 3 === 0 || index % 4 === 3 ? 255 : 0,
  );
  return pictureOf({
    id: `${width}x${height}`,
    pixels: { width, height, rgba, sourceWidth: width, sourceHeight: height },
  });
}

// Found by npm run fuzz -- --browser: one such picture kept every other picture of the claim from being compared.
it.each([
  [1, 1],
  [1, 2_000],
  [2_000, 1],
  [1, 100_000],
  [2, 2],
  [7, 900],
  [31, 31],
  [32, 33],
  [62, 62],
  [63, 64],
])('a picture of %i × %i is compared with a photograph without an error', (width, height) => {
  const small = striped(width, height);
  expect(() => shortlistPictures(opencv, [small, photo], photo, 3)).not.toThrow();
  expect(registerPictures(opencv, small, photo)).toBeNull();
  expect(registerPictures(opencv, photo, small)).toBeNull();
});
