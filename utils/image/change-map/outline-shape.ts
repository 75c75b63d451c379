import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import type { Mask } from './plane.ts';

/** The outer outline of the largest piece of a mask, holes filled, against the plain shapes of drawing tools. */
export interface OutlineShape {
  readonly areaPixels: number;
  /** Share of the narrowest rectangle around it, at any angle, that it fills, 0 to 1. */
  readonly rectangularity: number;
  /** Overlap of it with the ellipse in that rectangle, as a share of both together, 0 to 1. */
  readonly ellipticity: number;
  /** Share of its convex hull that it fills, 0 to 1. */
  readonly solidity: number;
  /** Length of the outline over that of a circle of the same area; 1 for a circle, more for a ragged shape. */
  readonly raggedness: number;
}

const NOTHING: OutlineShape = { areaPixels: 0, rectangularity: 0, ellipticity: 0, solidity: 0, raggedness: 9 };
const MIN_PIXELS = 12;

export function describeOutline(opencv: OpenCv, { width, height, data }: Mask): OutlineShape {
  return withMats((keep) => {
    const image = keep(new opencv.Mat(height, width, opencv.CV_8UC1));
    image.data.set(data);
    const contours = keep(new opencv.MatVector());
    opencv.findContours(image, contours, keep(new opencv.Mat()), opencv.RETR_EXTERNAL, opencv.CHAIN_APPROX_NONE);
    let largest = -1;
    let largestPixels = MIN_PIXELS;
    for (let index = 0; index < contours.size(); index++) {
      const contour = keep(contours.get(index));
      const pixels = opencv.contourArea(contour);
      if (pixels > largestPixels) [largest, largestPixels] = [index, pixels];
    }
    if (largest < 0) return NOTHING;
    const contour = keep(contours.get(largest));
    const rectangle = opencv.minAreaRect(contour);
    const hull = keep(new opencv.Mat());
    opencv.convexHull(contour, hull);
    const filled = keep(opencv.Mat.zeros(height, width, opencv.CV_8UC1));
    opencv.drawContours(filled, contours, largest, new opencv.Scalar(1), -1);
    const ellipse = keep(opencv.Mat.zeros(height, width, opencv.CV_8UC1));
    const axes = new opencv.Size(rectangle.size.width / 2, rectangle.size.height / 2);
    opencv.ellipse(ellipse, rectangle.center, axes, rectangle.angle, 0, 360, new opencv.Scalar(1), -1);
    let both = 0;
    let either = 0;
    for (let index = 0; index < filled.data.length; index++) {
      both += (filled.data[index] as number) & (ellipse.data[index] as number);
      either += (filled.data[index] as number) | (ellipse.data[index] as number);
    }
    return {
      areaPixels: largestPixels,
      rectangularity: largestPixels / Math.max(1, rectangle.size.width * rectangle.size.height),
      ellipticity: both / Math.max(1, either),
      solidity: largestPixels / Math.max(1, opencv.contourArea(hull)),
      raggedness: opencv.arcLength(contour, true) / Math.sqrt(4 * Math.PI * largestPixels),
    };
  });
}
