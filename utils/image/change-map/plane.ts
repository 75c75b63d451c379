import type { OpenCv } from '../../checks/open-cv.ts';
import { gaussianBlur } from '../gaussian-blur.ts';
import { withMats } from '../registration/mat-scope.ts';

/** One channel of floating-point values, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Where something holds: one byte a pixel, 1 or 0. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

type Mat = InstanceType<OpenCv['Mat']>;

/** A Gaussian wider than this is computed on a reduced copy; the difference is far below the noise. */
const MAX_DIRECT_SIGMA = 8;

/** Runs one OpenCV filter over a plane. */
export function filterPlane(opencv: OpenCv, plane: Plane, filter: (source: Mat, target: Mat) => void): Plane {
  return withMats((keep) => {
    const source = keep(new opencv.Mat(plane.height, plane.width, opencv.CV_32FC1));
    source.data32F.set(plane.data);
    const target = keep(new opencv.Mat());
    filter(source, target);
    return { width: target.cols, height: target.rows, data: new Float32Array(target.data32F) };
  });
}

/** Gaussian blur; `sigma` in pixels. */
export function blurPlane(opencv: OpenCv, plane: Plane, sigma: number): Plane {
  const reduction = Math.ceil(sigma / MAX_DIRECT_SIGMA);
  if (reduction === 1) return { ...plane, data: gaussianBlur(opencv, plane, sigma) };
  return filterPlane(opencv, plane, (source, target) => {
    const size = new opencv.Size(Math.ceil(plane.width / reduction), Math.ceil(plane.height / reduction));
    opencv.resize(source, target, size, 0, 0, opencv.INTER_AREA);
    opencv.GaussianBlur(target, target, new opencv.Size(0, 0), sigma / reduction);
    opencv.resize(target, target, new opencv.Size(plane.width, plane.height), 0, 0, opencv.INTER_LINEAR);
  });
}

/** Largest value of each `side` × `side` neighbourhood. */
export function dilatePlane(opencv: OpenCv, plane: Plane, side: number): Plane {
  return withSquare(opencv, side, (kernel) => filterPlane(opencv, plane, (a, b) => opencv.dilate(a, b, kernel)));
}

/** Smallest value of each `side` × `side` neighbourhood. */
export function erodePlane(opencv: OpenCv, plane: Plane, side: number): Plane {
  return withSquare(opencv, side, (kernel) => filterPlane(opencv, plane, (a, b) => opencv.erode(a, b, kernel)));
}

export type Morphology = 'dilate' | 'erode' | 'close';

/** Mathematical morphology with a square. */
export function morph(opencv: OpenCv, mask: Mask, operation: Morphology, side: number): Mask {
  return withSquare(opencv, side, (kernel) =>
    withMats((keep) => {
      const image = maskMat(opencv, mask, keep);
      if (operation === 'dilate') opencv.dilate(image, image, kernel);
      else if (operation === 'erode') opencv.erode(image, image, kernel);
      else opencv.morphologyEx(image, image, opencv.MORPH_CLOSE, kernel);
      return { width: mask.width, height: mask.height, data: new Uint8Array(image.data) };
    }),
  );
}

/** Connected components (8 neighbours). */
export interface Components {
  /** Label of each pixel: 0 for none, then 1 to `boxes.length`. */
  readonly labels: Int32Array;
  readonly boxes: readonly PixelBox[];
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly areaPixels: number;
}

export function findComponents(opencv: OpenCv, mask: Mask): Components {
  return withMats((keep) => {
    const labels = keep(new opencv.Mat());
    const stats = keep(new opencv.Mat());
    const count = opencv.connectedComponentsWithStats(
      maskMat(opencv, mask, keep),
      labels,
      stats,
      keep(new opencv.Mat()),
      8,
      opencv.CV_32S,
    ) as unknown as number;
    const rows = stats.data32S;
    const boxes = Array.from({ length: count - 1 }, (_, index) => {
      const [left, top, width, height, areaPixels] = rows.subarray((index + 1) * 5, (index + 2) * 5);
      return { left, top, width, height, areaPixels } as PixelBox;
    });
    return { labels: new Int32Array(labels.data32S), boxes };
  });
}

/** Distance of each pixel of the mask to the nearest pixel outside it. */
export function distanceToOutside(opencv: OpenCv, mask: Mask): Plane {
  return withMats((keep) => {
    const distances = keep(new opencv.Mat());
    opencv.distanceTransform(maskMat(opencv, mask, keep), distances, opencv.DIST_L2, 3);
    return { width: mask.width, height: mask.height, data: new Float32Array(distances.data32F) };
  });
}

export function makeMask(width: number, height: number, isSet: (index: number) => boolean): Mask {
  const data = new Uint8Array(width * height);
  for (let index = 0; index < data.length; index++) data[index] = isSet(index) ? 1 : 0;
  return { width, height, data };
}

export function emptyMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

/** How many pixels of the mask are set. */
export function countSet({ data }: Mask): number {
  let count = 0;
  for (let index = 0; index < data.length; index++) count += data[index] as number;
  return count;
}

/** Indices of about `count` pixels of the mask, evenly through it. */
export function sampleSet(mask: Mask, count: number): number[] {
  const { data } = mask;
  const step = Math.max(1, Math.floor(countSet(mask) / count));
  const samples: number[] = [];
  let until = 0;
  for (let index = 0; index < data.length; index++) {
    if (!data[index]) continue;
    if (until === 0) samples.push(index);
    until = until === 0 ? step - 1 : until - 1;
  }
  return samples;
}

/** What is measured at each of some pixels. A loop: `Float32Array.from` with a function takes ten times as long. */
export function valuesAt(indices: ArrayLike<number>, valueAt: (index: number) => number): Float32Array {
  const values = new Float32Array(indices.length);
  for (let place = 0; place < values.length; place++) values[place] = valueAt(indices[place] as number);
  return values;
}

/** So many values, evenly taken, tell a quantile well enough. */
const QUANTILE_SAMPLES = 20_000;

/** The value below which `share` (0 to 1) of the values lie, from an even sample where there are many; 0 for none. */
export function quantileOf(values: Float32Array, share: number): number {
  const step = Math.ceil(values.length / QUANTILE_SAMPLES);
  const sorted = step <= 1 ? values.slice() : new Float32Array(Math.floor(values.length / step));
  if (step > 1) for (let index = 0; index < sorted.length; index++) sorted[index] = values[index * step] as number;
  sorted.sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function maskMat(opencv: OpenCv, mask: Mask, keep: (mat: Mat) => Mat): Mat {
  const mat = keep(new opencv.Mat(mask.height, mask.width, opencv.CV_8UC1));
  mat.data.set(mask.data);
  return mat;
}

function withSquare<T>(opencv: OpenCv, side: number, use: (kernel: Mat) => T): T {
  return withMats((keep) => use(keep(opencv.Mat.ones(side, side, opencv.CV_8UC1))));
}
