import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { type GrayImage, grayImageOf, grayMat } from './gray-image.ts';
import { detectKeypoints, type Keypoints } from './keypoints.ts';
import { withMats } from './mat-scope.ts';

/**
 * Longest side, pixels, at which pictures are compared by what they show and not by their texture. A picture that was
 * drawn anew has other detail below some pixels at full size, and the same here.
 */
export const COARSE_SIDE = 400;

/** The picture in gray with a longest side of 400 px; kept with the picture. */
export function coarseGrayOf(opencv: OpenCv, picture: Picture): GrayImage {
  return picture.derived('registration.coarse-gray', () => {
    if (!picture.pixels) throw new Error('coarseGrayOf needs a decoded picture');
    const gray = grayImageOf(opencv, picture, picture.pixels);
    return reduceGray(opencv, gray, COARSE_SIDE / Math.max(gray.width, gray.height));
  });
}

/** Key points of that; kept with the picture, in every worker. */
export function coarseKeypointsOf(opencv: OpenCv, picture: Picture, mirrored: boolean): Keypoints {
  return picture.derivedForAll(`registration.coarse-keypoints${mirrored ? '.mirrored' : ''}`, () =>
    detectKeypoints(opencv, coarseGrayOf(opencv, picture), mirrored),
  );
}

/** Averages a picture down by a scale; it is never enlarged. */
export function reduceGray(opencv: OpenCv, gray: GrayImage, scale: number): GrayImage {
  if (scale >= 1) return gray;
  return withMats((keep) => {
    const reduced = keep(new opencv.Mat());
    const side = (full: number): number => Math.max(1, Math.round(full * scale));
    const size = new opencv.Size(side(gray.width), side(gray.height));
    opencv.resize(grayMat(opencv, gray, keep), reduced, size, 0, 0, opencv.INTER_AREA);
    return { width: reduced.cols, height: reduced.rows, data: new Uint8Array(reduced.data) };
  });
}
