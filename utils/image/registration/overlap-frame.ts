import type { OpenCv } from '../../checks/open-cv.ts';
import { type ConvexPolygon, clipToRectangle, isInside, mapPolygon, outlineOf, signedArea } from './convex-polygon.ts';
import { type Homography, invert, multiply, resizing } from './homography.ts';
import type { Keep } from './mat-scope.ts';

/**
 * The common frame that both pictures are warped into: the part of the copy that the source covers, cropped, at most
 * 800 px, and never larger than the source's own detail.
 */
export interface OverlapFrame {
  readonly width: number;
  readonly height: number;
  /** Copy at working size to frame. */
  readonly copyToFrame: Homography;
  /** Share of the copy's area that the source covers, 0 to 1. */
  readonly shareOfCopy: number;
  /** Share of the source's area that is visible in the copy, 0 to 1. */
  readonly shareOfSource: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Mat = InstanceType<OpenCv['Mat']>;

/** Longest side at which the thresholds were measured; smaller overlaps are enlarged to the least side. */
export const FRAME_SIDE = 800;
const MIN_FRAME_SIDE = 160;
const MIN_SHORT_SIDE = 60;
const MIN_OVERLAP_PIXELS = 1500;
/** Below this scale a bilinear warp would alias, so the picture is area-averaged first. */
const MIN_DIRECT_SCALE = 0.6;
/** Pixels at the rim of a warped picture that mix with the outside. */
const RIM_PIXELS = 2;

/** The frame for a first guess `matrix` (source to copy); null when the overlap is too small to say anything. */
export function overlapFrameOf(source: Size, copy: Size, matrix: Homography): OverlapFrame | null {
  const outline = mapPolygon(matrix, outlineOf(source.width, source.height));
  const overlap = clipToRectangle(outline, 0, 0, copy.width, copy.height);
  const overlapPixels = Math.abs(signedArea(overlap));
  if (overlap.length < 3 || overlapPixels < MIN_OVERLAP_PIXELS) return null;
  const left = Math.min(...overlap.map(([x]) => x));
  const top = Math.min(...overlap.map(([, y]) => y));
  const spanX = Math.max(...overlap.map(([x]) => x)) - left;
  const spanY = Math.max(...overlap.map(([, y]) => y)) - top;
  const copyPerSource = localScale(source, matrix);
  const longest = Math.max(spanX, spanY);
  const scale = Math.max(
    MIN_FRAME_SIDE / longest,
    Math.min(1, FRAME_SIDE / longest, copyPerSource > 1 ? 1 / copyPerSource : 1),
  );
  const width = Math.round(spanX * scale);
  const height = Math.round(spanY * scale);
  if (Math.min(width, height) < MIN_SHORT_SIDE) return null;
  const outlinePixels = Math.max(1, Math.abs(signedArea(outline)));
  return {
    width,
    height,
    copyToFrame: multiply(resizing(scale, scale), [1, 0, -left, 0, 1, -top, 0, 0, 1]),
    shareOfCopy: overlapPixels / (copy.width * copy.height),
    shareOfSource: overlapPixels / outlinePixels,
  };
}

/** The part of the frame that both pictures cover, less the mixed pixels at its rim. */
export function isCovered(polygon: ConvexPolygon, x: number, y: number): boolean {
  return isInside(polygon, x, y, RIM_PIXELS);
}

/** The polygon of the frame that the source covers, clockwise; `sourceToFrame` may mirror. */
export function coveredPolygon(frame: OverlapFrame, source: Size, sourceToFrame: Homography): ConvexPolygon {
  const outline = mapPolygon(sourceToFrame, outlineOf(source.width, source.height));
  const clipped = clipToRectangle(outline, 0, 0, frame.width, frame.height);
  return signedArea(clipped) < 0 ? [...clipped].reverse() : clipped;
}

/** Warps a picture into the frame; `matrix` maps its pixels to the frame's. Outside the picture it is black. */
export function warpIntoFrame(
  opencv: OpenCv,
  image: Mat,
  matrix: Homography,
  frame: Pick<OverlapFrame, 'width' | 'height'>,
  keep: Keep,
): Mat {
  const scale = localScale({ width: image.cols, height: image.rows }, matrix);
  let input = image;
  let inputToFrame = matrix;
  if (scale < MIN_DIRECT_SCALE) {
    input = keep(new opencv.Mat());
    const size = new opencv.Size(Math.round(image.cols * scale), Math.round(image.rows * scale));
    opencv.resize(image, input, size, 0, 0, opencv.INTER_AREA);
    inputToFrame = multiply(matrix, invert(resizing(input.cols / image.cols, input.rows / image.rows)));
  }
  const warped = keep(new opencv.Mat());
  opencv.warpPerspective(
    input,
    warped,
    keep(opencv.matFromArray(3, 3, opencv.CV_64F, [...inputToFrame])),
    new opencv.Size(frame.width, frame.height),
    opencv.INTER_LINEAR,
    opencv.BORDER_CONSTANT,
    new opencv.Scalar(),
  );
  return warped;
}

/** How many target pixels one pixel of the picture spans, over the whole picture. */
function localScale(size: Size, matrix: Homography): number {
  const outline = mapPolygon(matrix, outlineOf(size.width, size.height));
  return Math.sqrt(Math.abs(signedArea(outline)) / (size.width * size.height));
}
