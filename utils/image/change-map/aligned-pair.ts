import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import { type ConvexPolygon, insideTest } from '../registration/convex-polygon.ts';
import { workingColour } from '../registration/gray-image.ts';
import { type Keep, withMats } from '../registration/mat-scope.ts';
import { coveredPolygon, warpIntoFrame } from '../registration/overlap-frame.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { blurPlane, emptyMask, type Mask, type Plane } from './plane.ts';
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

/** Where the polygon covers the frame, less its own rim and the frame's. */
function coveredMask(polygon: ConvexPolygon, width: number, height: number): Mask {
  const covered = emptyMask(width, height);
  const isOffEdge = insideTest(polygon, RIM_PIXELS);
  for (let y = RIM_PIXELS; y < height - RIM_PIXELS; y++) {
    // A convex outline covers one run of pixels in a row.
    let from = RIM_PIXELS;
    let to = width - RIM_PIXELS;
    while (from < to && !isOffEdge(from, y)) from++;
    while (from < to && !isOffEdge(to - 1, y)) to--;
    if (from < to) covered.data.fill(1, y * width + from, y * width + to);
  }
  return covered;
}

function followFlow(opencv: OpenCv, sourceMat: Mat, registration: Registration, keep: Keep): Mat {
  const flow = smoothFlow(opencv, registration);
  if (!flow) return sourceMat;
  const { width, height } = registration.frame;
  const mapX = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  const mapY = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  const [toX, toY] = [mapX.data32F, mapY.data32F];
  for (let y = 0, index = 0; y < height; y++)
    for (let x = 0; x < width; x++, index++) {
      toX[index] = x - (flow.dx.data[index] as number);
      toY[index] = y - (flow.dy.data[index] as number);
    }
  const moved = keep(new opencv.Mat());
  opencv.remap(sourceMat, moved, mapX, mapY, opencv.INTER_LINEAR, opencv.BORDER_REPLICATE, new opencv.Scalar());
  return moved;
}

function labPlanes(opencv: OpenCv, rgb: Mat, keep: Keep): Lab {
  const lab = keep(new opencv.Mat());
  opencv.cvtColor(rgb, lab, opencv.COLOR_RGB2Lab);
  const levels = lab.data;
  const smoothed = (channel: number): Plane =>
    blurPlane(opencv, planeOf(levels, lab.cols, lab.rows, channel), SMOOTHING_SIGMA);
  return [smoothed(0), smoothed(1), smoothed(2)];
}

/** One of three channels. */
function planeOf(levels: Uint8Array, width: number, height: number, channel: number): Plane {
  const data = new Float32Array(width * height);
  for (let index = 0, at = channel; index < data.length; index++, at += 3) data[index] = levels[at] as number;
  return { width, height, data };
}
