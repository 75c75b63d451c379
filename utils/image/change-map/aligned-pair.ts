import type { OpenCv } from '../../checks/open-cv.ts';
import type { DecodedImage } from '../decoded-image.ts';
import { insideTest } from '../registration/convex-polygon.ts';
import { workingColour } from '../registration/gray-image.ts';
import { type Keep, withMats } from '../registration/mat-scope.ts';
import { coveredPolygon, warpIntoFrame } from '../registration/overlap-frame.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { type Mask, makeMask, type Plane } from './plane.ts';
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
    const isOffEdge = insideTest(polygon, RIM_PIXELS);
    return {
      width,
      height,
      source: labPlanes(opencv, sourceMat, keep),
      copy: labPlanes(opencv, copyMat, keep),
      copyRgb: new Uint8Array(copyMat.data),
      covered: makeMask(width, height, (index) => {
        const x = index % width;
        const y = Math.floor(index / width);
        const isOffRim = Math.min(x, y, width - 1 - x, height - 1 - y) >= RIM_PIXELS;
        return isOffRim && isOffEdge(x, y);
      }),
    };
  });
}

function followFlow(opencv: OpenCv, sourceMat: Mat, registration: Registration, keep: Keep): Mat {
  const flow = smoothFlow(opencv, registration);
  if (!flow) return sourceMat;
  const { width, height } = registration.frame;
  const mapX = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  const mapY = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
  mapX.data32F.set(flow.dx.data.map((dx, index) => (index % width) - dx));
  mapY.data32F.set(flow.dy.data.map((dy, index) => Math.floor(index / width) - dy));
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
