import type { Dimensions } from '../../image/read-dimensions.ts';

/** Rounding of a 160-pixel preview's sides, and cameras that cut it to whole blocks of eight. */
const MAX_RATIO_DIFFERENCE = 0.08;
/** The size that Exif cameras use for pictures of every shape, with black bars. */
const LETTERBOX_RATIO = 4 / 3;

/**
 * Whether the preview in the file has another shape than the picture: it was made before the picture was cropped. A
 * preview of 4:3 says nothing, since cameras put pictures of every shape into it; turned by 90° is the same shape.
 */
export function hasOtherShape(thumbnail: Dimensions, picture: Dimensions): boolean {
  const ratio = ratioOf(thumbnail);
  return isDifferent(ratio, LETTERBOX_RATIO) && isDifferent(ratio, ratioOf(picture));
}

function ratioOf({ width, height }: Dimensions): number {
  return Math.max(width, height) / Math.max(1, Math.min(width, height));
}

function isDifferent(left: number, right: number): boolean {
  return Math.abs(left / right - 1) > MAX_RATIO_DIFFERENCE;
}
