import type { OpenCv } from '../../checks/open-cv.ts';
import type { Registration } from '../registration/register-pictures.ts';
import { blurPlane, filterPlane, type Plane } from './plane.ts';

/** Displacement of the copy against the warped source, frame pixels. */
export interface Flow {
  readonly dx: Plane;
  readonly dy: Plane;
}

const CELL_PIXELS = 8;
const MIN_BLOCKS = 12;
const MIN_CORRELATION = 0.5;
/** The field bends over this share of the short side, and at least over so many pixels: too stiff to follow damage. */
const BEND_SHARE = 0.06;
const MIN_BEND_PIXELS = 24;

/** The displacement that the blocks still show, smoothed over the frame; null with too few blocks. */
export function smoothFlow(opencv: OpenCv, { blocks, frame }: Registration): Flow | null {
  const reliable = blocks.filter((block) => block.correlation > MIN_CORRELATION && !block.isAtLimit);
  if (reliable.length < MIN_BLOCKS) return null;
  const width = Math.floor(frame.width / CELL_PIXELS) + 1;
  const height = Math.floor(frame.height / CELL_PIXELS) + 1;
  const empty = (): Plane => ({ width, height, data: new Float32Array(width * height) });
  const weight = empty();
  const sumX = empty();
  const sumY = empty();
  for (const { x, y, dx, dy } of reliable) {
    const cell = Math.floor(y / CELL_PIXELS) * width + Math.floor(x / CELL_PIXELS);
    weight.data[cell] = (weight.data[cell] as number) + 1;
    sumX.data[cell] = (sumX.data[cell] as number) + dx;
    sumY.data[cell] = (sumY.data[cell] as number) + dy;
  }
  const sigma = Math.max(MIN_BEND_PIXELS, Math.min(frame.width, frame.height) * BEND_SHARE) / CELL_PIXELS;
  const weights = blurPlane(opencv, weight, sigma).data;
  const field = (sum: Plane): Plane => {
    const blurred = blurPlane(opencv, sum, sigma);
    // The constant pulls places without blocks towards no displacement.
    const mean = { ...blurred, data: blurred.data.map((value, index) => value / ((weights[index] as number) + 1e-4)) };
    return filterPlane(opencv, mean, (from, to) =>
      opencv.resize(from, to, new opencv.Size(frame.width, frame.height), 0, 0, opencv.INTER_CUBIC),
    );
  };
  return { dx: field(sumX), dy: field(sumY) };
}
