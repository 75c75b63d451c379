import type { OpenCv } from '../checks/open-cv.ts';
import { GAUSSIAN_BLUR_MODULE } from './gaussian-blur-module.ts';
import { instantiateWasm } from './instantiate-wasm.ts';
import { withMats } from './registration/mat-scope.ts';

/** The exports of gaussian-blur.wat, which says what they mean. */
interface Blur {
  readonly memory: WebAssembly.Memory;
  blurRows(
    input: number,
    rowBytes: number,
    height: number,
    weights: number,
    taps: number,
    edges: number,
    reach: number,
    padded: number,
    output: number,
    stride: number,
  ): void;
  blurColumns(
    rows: number,
    middle: number,
    reach: number,
    stride: number,
    line: number,
    output: number,
    rowBytes: number,
    height: number,
  ): void;
}

/** One channel of floats, row by row. */
interface FloatPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Kernels up to this long are OpenCV's to apply. */
const MAX_SMALL_TAPS = 5;
/** Values that are computed at a time, and their bytes. */
const LANES = 16;
const LANE_BYTES = 64;
const FLOAT_BYTES = 4;
const PAGE_BYTES = 65_536;

/** Started when first needed: what only imports this file (a page that lists the checks) needs none of it. */
let started: Blur | null = null;

/**
 * Gaussian blur as `cv::GaussianBlur` does it on floats, with the picture reflected about its outermost pixels, in a
 * fraction of the time.
 * @param data row by row, `width * height` values, neither 0; left as they are
 * @param sigma in pixels, above 0
 */
export function gaussianBlur(opencv: OpenCv, { width, height, data }: FloatPlane, sigma: number): Float32Array {
  const taps = tapsOf(sigma);
  // OpenCV has loops of their own for these, which add in another order.
  if (taps <= MAX_SMALL_TAPS || width === 1 || height === 1)
    return blurredByOpenCv(opencv, { width, height, data }, sigma);
  const weights = weightsOf(opencv, sigma, taps);
  const radius = weights.length >> 1;
  const rowBytes = width * FLOAT_BYTES;
  const reach = radius * FLOAT_BYTES;
  const stride = Math.ceil(width / LANES) * LANE_BYTES;
  const weightsAt = 0;
  const edgesAt = weightsAt + weights.byteLength;
  const rowsAt = edgesAt + 2 * reach;
  const lineAt = aligned(rowsAt + height * FLOAT_BYTES + 2 * reach);
  const inputAt = aligned(lineAt + stride + 2 * reach);
  const blurredAt = aligned(inputAt + data.byteLength);
  const endAt = blurredAt + height * stride;
  started ??= instantiateWasm(GAUSSIAN_BLUR_MODULE) as unknown as Blur;
  const { memory, blurRows, blurColumns } = started;
  const missing = endAt - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  new Float32Array(memory.buffer, weightsAt, weights.length).set(weights);
  const edges = new Int32Array(memory.buffer, edgesAt, 2 * radius);
  const rows = new Int32Array(memory.buffer, rowsAt, height + 2 * radius);
  for (let index = 0; index < radius; index++) {
    edges[index] = reflected(index - radius, width) * FLOAT_BYTES;
    edges[radius + index] = reflected(width + index, width) * FLOAT_BYTES;
  }
  for (let index = 0; index < rows.length; index++)
    rows[index] = blurredAt + reflected(index - radius, height) * stride;
  new Float32Array(memory.buffer, inputAt, data.length).set(data);
  blurRows(inputAt, rowBytes, height, weightsAt, weights.length, edgesAt, reach, lineAt, blurredAt, stride);
  blurColumns(rowsAt + reach, weightsAt + reach, reach, stride, lineAt, inputAt, rowBytes, height);
  return new Float32Array(memory.buffer, inputAt, data.length).slice();
}

/** As cv::GaussianBlur chooses it for floats: four sigmas to either side, and odd. */
function tapsOf(sigma: number): number {
  return Math.round(sigma * 4 * 2 + 1) | 1;
}

/** The kernel that OpenCV uses: what it makes of a single pixel in one row. */
function weightsOf(opencv: OpenCv, sigma: number, taps: number): Float32Array {
  return withMats((keep) => {
    const pixel = keep(opencv.Mat.zeros(1, 2 * taps - 1, opencv.CV_32FC1));
    pixel.data32F[taps - 1] = 1;
    const kernel = keep(new opencv.Mat());
    opencv.GaussianBlur(pixel, kernel, new opencv.Size(taps, 1), sigma);
    return kernel.data32F.slice(taps >> 1, (taps >> 1) + taps);
  });
}

function blurredByOpenCv(opencv: OpenCv, { width, height, data }: FloatPlane, sigma: number): Float32Array {
  return withMats((keep) => {
    const image = keep(new opencv.Mat(height, width, opencv.CV_32FC1));
    image.data32F.set(data);
    opencv.GaussianBlur(image, image, new opencv.Size(0, 0), sigma);
    return image.data32F.slice();
  });
}

/** The place within a row of `length`, two or more, that stands for one beyond its ends, as `cv::BORDER_REFLECT_101` has it. */
function reflected(place: number, length: number): number {
  let at = place;
  while (at < 0 || at >= length) at = at < 0 ? -at : 2 * (length - 1) - at;
  return at;
}

function aligned(address: number): number {
  return Math.ceil(address / LANE_BYTES) * LANE_BYTES;
}
