import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from './mat-scope.ts';
import type { BandImage } from './match-blocks.ts';

/** Gaussian sigmas, in frame pixels: finer is noise and compression, coarser is light and tone. */
const FINE_SIGMA = 0.8;
const COARSE_SIGMA = 5;

/** The texture of a gray picture between the two scales, as gray levels around zero. */
export function bandPass(opencv: OpenCv, gray: InstanceType<OpenCv['Mat']>): BandImage {
  return withMats((keep) => {
    const values = keep(new opencv.Mat());
    const fine = keep(new opencv.Mat());
    const coarse = keep(new opencv.Mat());
    gray.convertTo(values, opencv.CV_32F);
    opencv.GaussianBlur(values, fine, new opencv.Size(0, 0), FINE_SIGMA);
    opencv.GaussianBlur(values, coarse, new opencv.Size(0, 0), COARSE_SIGMA);
    opencv.subtract(fine, coarse, fine);
    return { width: fine.cols, height: fine.rows, data: new Float32Array(fine.data32F) };
  });
}
