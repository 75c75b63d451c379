import type { OpenCv } from '../../checks/open-cv.ts';
import { blurPlane } from '../change-map/plane.ts';
import type { DamagePatch } from './damage-patch.ts';
import { predictUnderlying } from './predict-underlying.ts';

/**
 * What was added to a picture, apart from what it was added to. A layer of the same paint changes each pixel by the same
 * ratio whatever lies below, so the logarithm of the ratio is compared, not the gray level; where the layer hides what is
 * below, its own texture can be compared as well.
 */
export interface AddedLayer {
  readonly width: number;
  readonly height: number;
  /** 1 where something was added. */
  readonly inside: Uint8Array;
  /** Its middle, and the root mean square of the distances from it, pixels. */
  readonly centreX: number;
  readonly centreY: number;
  readonly radius: number;
  /** Where something was added, smoothed. */
  readonly shape: Float32Array;
  /** Logarithm of the ratio, smoothed, and its detail: edges and branches. 0 where nothing was added. */
  readonly shade: Float32Array;
  readonly shadeDetail: Float32Array;
  /** Detail of the gray levels themselves. */
  readonly texture: Float32Array;
  /** Correlation of that detail with the seller's picture: near 1 where it only shines through. */
  readonly showsThrough: number;
  /** Indices of the pixels that are compared: a sparse grid over all of it, the layer with its rim, and well inside. */
  readonly gridPixels: Int32Array;
  readonly layerPixels: Int32Array;
  readonly corePixels: Int32Array;
}

/** Keeps the ratio finite in the dark, where a level of noise would be a large one. */
const DARK_LEVELS = 16;
/** Beyond three times as dark or as light the camera's range ends, and the ratio says how dark it was below. */
const MAX_LOG_RATIO = 1.2;
const RIM_SIGMA = 2;
/** Shares of the smoothed mask that count as the layer's rim, and as well inside. */
const MIN_RATIO_SHARE = 0.1;
const MIN_RIM_SHARE = 0.02;
const CORE_SIGMA = 1.5;
const MIN_CORE_SHARE = 0.97;
/** Widths of what is smoothed and of what is detail, in radii. */
const SHAPE_SIGMA_RADII = 1 / 8;
const DETAIL_SIGMA_RADII = 1 / 5;
const MIN_DETAIL_SIGMA = 3;
const FINEST_SIGMA = 1;
/** How far the grid reaches, in radii, and how many steps it makes over that. */
const GRID_REACH_RADII = 2.4;
const GRID_STEPS = 9;
const MAX_LAYER_PIXELS = 1200;
const MAX_CORE_PIXELS = 1000;

/** @param patch with at least one pixel inside */
export function addedLayerOf(opencv: OpenCv, patch: DamagePatch): AddedLayer {
  const { width, height, inside } = patch;
  const blur = (data: Float32Array, sigma: number): Float32Array =>
    blurPlane(opencv, { width, height, data }, sigma).data;
  const mask = Float32Array.from(inside);
  const near = blur(mask, RIM_SIGMA);
  const damaged = Float32Array.from(patch.damaged);
  const predicted = predictUnderlying(patch, near);
  const ratio = damaged.map((level, index) =>
    (near[index] as number) > MIN_RATIO_SHARE ? logRatio(level, predicted[index] as number) : 0,
  );
  const { centreX, centreY, radius } = spreadOf(patch);
  const detailSigma = Math.max(MIN_DETAIL_SIGMA, radius * DETAIL_SIGMA_RADII);
  const detailOf = (data: Float32Array): Float32Array => {
    const coarse = blur(data, detailSigma);
    return blur(data, FINEST_SIGMA).map((value, index) => value - (coarse[index] as number));
  };
  const texture = detailOf(damaged);
  const deep = blur(mask, CORE_SIGMA);
  const core = Array.from(deep.keys()).filter((index) => (deep[index] as number) > MIN_CORE_SHARE);
  return {
    width,
    height,
    inside,
    centreX,
    centreY,
    radius,
    shape: blur(mask, radius * SHAPE_SIGMA_RADII),
    shade: blur(ratio, radius * SHAPE_SIGMA_RADII),
    shadeDetail: detailOf(ratio),
    texture,
    showsThrough: Math.abs(correlationOf(texture, detailOf(Float32Array.from(patch.underlying)), core)),
    gridPixels: gridOf(patch, centreX, centreY, radius),
    layerPixels: thinned(
      Array.from(near.keys()).filter((index) => (near[index] as number) > MIN_RIM_SHARE),
      MAX_LAYER_PIXELS,
    ),
    corePixels: thinned(core, MAX_CORE_PIXELS),
  };
}

function logRatio(level: number, below: number): number {
  const ratio = Math.log((level + DARK_LEVELS) / (Math.max(0, below) + DARK_LEVELS));
  return Math.max(-MAX_LOG_RATIO, Math.min(MAX_LOG_RATIO, ratio));
}

/** The middle of what is inside, and how far it reaches. */
function spreadOf({ width, inside }: Pick<DamagePatch, 'width' | 'inside'>) {
  let [count, sumX, sumY, squares] = [0, 0, 0, 0];
  for (let index = inside.indexOf(1); index >= 0; index = inside.indexOf(1, index + 1)) {
    const [x, y] = [index % width, Math.floor(index / width)];
    count++;
    sumX += x;
    sumY += y;
    squares += x * x + y * y;
  }
  const [centreX, centreY] = [sumX / count, sumY / count];
  return { centreX, centreY, radius: Math.sqrt(Math.max(1, squares / count - centreX ** 2 - centreY ** 2)) };
}

function gridOf(
  { width, height }: Pick<DamagePatch, 'width' | 'height'>,
  centreX: number,
  centreY: number,
  radius: number,
): Int32Array {
  const step = Math.max(1, Math.floor((GRID_REACH_RADII * radius) / GRID_STEPS));
  const pixels: number[] = [];
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step)
      if (Math.hypot(x - centreX, y - centreY) < GRID_REACH_RADII * radius) pixels.push(y * width + x);
  return Int32Array.from(pixels);
}

/** At most so many of them, evenly chosen. */
function thinned(pixels: readonly number[], most: number): Int32Array {
  const every = Math.max(1, Math.ceil(pixels.length / most));
  return Int32Array.from(pixels.filter((_, at) => at % every === 0));
}

/** Cosine of two fields that are 0 on average. */
function correlationOf(a: Float32Array, b: Float32Array, pixels: readonly number[]): number {
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (const index of pixels) {
    const [p, q] = [a[index] as number, b[index] as number];
    products += p * q;
    squaresA += p * p;
    squaresB += q * q;
  }
  return squaresA * squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : 0;
}
