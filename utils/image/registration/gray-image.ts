import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import type { Picture } from '../picture.ts';
import { type Keep, withMats } from './mat-scope.ts';
import { canReduce, reduceByArea } from './reduce-by-area.ts';

/** One channel of 8 bits, row by row. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels and longest side of the copy that registration works on; the figures were measured at this size. */
const WORKING_PIXELS = 1_100_000;
const WORKING_SIDE = 1600;

/** The scale, at most 1, that brings a picture to the working size. */
export function workingScale(width: number, height: number): number {
  return Math.min(1, Math.sqrt(WORKING_PIXELS / (width * height)), WORKING_SIDE / Math.max(width, height));
}

/** The picture in gray at working size; kept with the picture. */
export function grayImageOf(opencv: OpenCv, picture: Picture, pixels: DecodedImage): GrayImage {
  return picture.derived('registration.gray', () =>
    withMats((keep) => {
      const rgba = workingColour(opencv, pixels, keep);
      const gray = keep(new opencv.Mat());
      opencv.cvtColor(rgba, gray, opencv.COLOR_RGBA2GRAY);
      return { width: gray.cols, height: gray.rows, data: new Uint8Array(gray.data) };
    }),
  );
}

/** The picture as an RGBA Mat at working size. */
export function workingColour(opencv: OpenCv, pixels: DecodedImage, keep: Keep): InstanceType<OpenCv['Mat']> {
  const scale = workingScale(pixels.width, pixels.height);
  const reducedSide = (side: number): number => Math.max(1, Math.round(side * scale));
  const [width, height] = [reducedSide(pixels.width), reducedSide(pixels.height)];
  if (scale < 1 && canReduce(pixels, width, height)) {
    const reduced = keep(new opencv.Mat(height, width, opencv.CV_8UC4));
    reduced.data.set(reduceByArea(pixels, width, height));
    return reduced;
  }
  const full = keep(new opencv.Mat(pixels.height, pixels.width, opencv.CV_8UC4));
  full.data.set(pixels.rgba);
  if (scale === 1) return full;
  const reduced = keep(new opencv.Mat());
  opencv.resize(full, reduced, new opencv.Size(width, height), 0, 0, opencv.INTER_AREA);
  return reduced;
}

/** Copies a gray picture onto the WebAssembly heap. */
export function grayMat(opencv: OpenCv, image: GrayImage, keep: Keep): InstanceType<OpenCv['Mat']> {
  const mat = keep(new opencv.Mat(image.height, image.width, opencv.CV_8UC1));
  mat.data.set(image.data);
  return mat;
}
