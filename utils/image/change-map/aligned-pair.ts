import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import { type ConvexPolygon, isInside } from '../registration/convex-polygon.ts';
import { workingColour } from '../registration/gray-image.ts';
import { type Keep, withMats } from '../registration/mat-scope.ts';
import { coveredPolygon, warpIntoFrame } from '../registration/overlap-frame.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { emptyMask, type Mask, type Plane } from './plane.ts';
import { smoothFlow } from './smooth-flow.ts';

/** CIE L*a*b* in OpenCV's 8-bit scale (L 0 to 255, a and b around 128), lightly smoothed. */
export type Lab = readonly [Plane, Plane, Plane];

/** Distance of two pictures at one pixel, levels. */
export function labDistance(a: Lab, b: Lab, index: number): number {
  const dl = (a[0].data[index] as number) - (b[0].data[index] as number);
  const da = (a[1].data[index] as number) - (b[1].data[index] as number);
  const db = (a[2].data[index] as number) - (b[2].data[index] as number);
  return Math.sqrt(dl * dl + da * da + db * db);
}

/** Both pictures in the common frame, pixel on pixel. */
export interface AlignedPair {
  readonly width: number;
  readonly height: number;
  readonly source: Lab;
  readonly copy: Lab;
  /** The copy's own colours, RGB, three bytes a pixel. */
  readonly copyRgb: Uint8Array;
  /** Where both pictures have pixels that do not mix with their rim. */
  readonly covered: Mask;
}

type Mat = InstanceType<OpenCv['Mat']>;

/** Smoothing that hides JPEG blocks and sub-pixel misfit. */
const SMOOTHING_SIGMA = 1.1;
const RIM_PIXELS = 9;

/** Warps both pictures into the registration's frame and follows what small displacement is left. */
export function alignPair(
  opencv: OpenCv,
  source: DecodedImage,
  copy: DecodedImage,
  registration: Registration,
): AlignedPair {
  const { frame, sourceToFrame } = registration;
  return withMats((keep) => {
    const sourceColour = workingColour(opencv, source, keep);
    const copyColour = workingColour(opencv, copy, keep);
    const sourceSize = { width: sourceColour.cols, height: sourceColour.rows };
    const polygon = coveredPolygon(frame, sourceSize, sourceToFrame);
    const copyMat = warpIntoFrame(opencv, copyColour, frame.copyToFrame, frame, keep);
    const sourceMat = followFlow(
      opencv,
      warpIntoFrame(opencv, sourceColour, sourceToFrame, frame, keep),
      registration,
      keep,
    );
    opencv.cvtColor(copyMat, copyMat, opencv.COLOR_RGBA2RGB);
    opencv.cvtColor(sourceMat, sourceMat, opencv.COLOR_RGBA2RGB);
    const { width, height } = frame;
    return {
      width,
      height,
      source: labPlanes(opencv, sourceMat, keep),
      copy: labPlanes(opencv, copyMat, keep),
      copyRgb: new Uint8Array(copyMat.data),
      covered: coveredMask(polygon, width, height),
    };
  });
}

/** Where the polygon covers the frame, off the rims of both. It is convex, so that a row of it has a start and an end. */
function coveredMask(polygon: ConvexPolygon, width: number, height: number): Mask {
  const mask = emptyMask(width, height);
  for (let y = RIM_PIXELS; y < height - RIM_PIXELS; y++) {
    let start = RIM_PIXELS;
    let end = width - RIM_PIXELS;
    while (start < end && !isInside(polygon, start, y, RIM_PIXELS)) start++;
    while (start < end && !isInside(polygon, end - 1, y, RIM_PIXELS)) end--;
    mask.data.fill(1, y * width + start, y * width + end);
  }
  return mask;
}

function followFlow(opencv: OpenCv, sourceMat: Mat, registration: Registration, keep: Keep): Mat {
  const flow = smoothFlow(opencv, registration);
  if (!flow) return sourceMat;
  const { width, height } = registration.frame;
  const mapX = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  const mapY = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  const [x, y] = [mapX.data32F, mapY.data32F];
  for (let row = 0, index = 0; row < height; row++)
    for (let column = 0; column < width; column++, index++) {
      x[index] = column - (flow.dx.data[index] as number);
      y[index] = row - (flow.dy.data[index] as number);
    }
  const moved = keep(new opencv.Mat());
  opencv.remap(sourceMat, moved, mapX, mapY, opencv.INTER_LINEAR, opencv.BORDER_REPLICATE, new opencv.Scalar());
  return moved;
}

function labPlanes(opencv: OpenCv, rgb: Mat, keep: Keep): Lab {
  const lab = keep(new opencv.Mat());
  opencv.cvtColor(rgb, lab, opencv.COLOR_RGB2Lab);
  lab.convertTo(lab, opencv.CV_32F);
  opencv.GaussianBlur(lab, lab, new opencv.Size(0, 0), SMOOTHING_SIGMA);
  const values = lab.data32F;
  const channel = (offset: number): Plane => {
    const data = new Float32Array(lab.rows * lab.cols);
    for (let index = 0; index < data.length; index++) data[index] = values[index * 3 + offset] as number;
    return { width: lab.cols, height: lab.rows, data };
  };
  return [channel(0), channel(1), channel(2)];
}
