import type { OpenCv } from '../../checks/open-cv.ts';
import { gaussianBlur } from '../gaussian-blur.ts';
import type { BandImage } from './match-blocks.ts';

/** Gaussian sigmas, in frame pixels: finer is noise and compression, coarser is light and tone. */
const FINE_SIGMA = 0.8;
const COARSE_SIGMA = 5;

/** The texture of a gray picture between the two scales, as gray levels around zero. */
export function bandPass(opencv: OpenCv, gray: InstanceType<OpenCv['Mat']>): BandImage {
  const values = { width: gray.cols, height: gray.rows, data: new Float32Array(gray.data) };
  const data = gaussianBlur(opencv, values, FINE_SIGMA);
  const coarse = gaussianBlur(opencv, values, COARSE_SIGMA);
  for (let index = 0; index < data.length; index++) data[index] = (data[index] as number) - (coarse[index] as number);
  return { ...values, data };
}
