import type { GrayPlane, PixelBox } from '../visible-marks/gray-plane.ts';

export type Side = 'left' | 'top' | 'right' | 'bottom';

/** Step in gray levels from the ground to the photograph, and the share of the side that has it at one place. */
const MIN_STEP = 8;
const MIN_STEP_SHARE = 0.5;
/** Of the side, at each end: bubbles have round corners. */
const ROUND_CORNER = 0.08;

/**
 * The place near a side of a rectangle where a flat ground ends and a photograph begins in one straight line.
 * @param reach how far from the side to look, in pixels
 * @returns the side's coordinate; null where no single column (row) has the step along most of it
 */
export function refineSide(luma: GrayPlane, box: PixelBox, side: Side, reach: number): number | null {
  const isUpright = side === 'left' || side === 'right';
  const from = isUpright ? box.top : box.left;
  const to = isUpright ? box.bottom : box.right;
  const inset = Math.round((to - from) * ROUND_CORNER);
  const end = isUpright ? luma.width : luma.height;
  const valueAt = (across: number, along: number): number =>
    luma.data[isUpright ? along * luma.width + across : across * luma.width + along] as number;
  let best = { at: -1, share: 0 };
  for (let at = Math.max(2, box[side] - reach); at <= Math.min(end - 2, box[side] + reach); at++) {
    let steps = 0;
    for (let along = from + inset; along < to - inset; along++)
      // Two pixels apart: resampling and JPEG spread a sharp edge over its neighbours.
      if (Math.abs(valueAt(at, along) - valueAt(at - 2, along)) >= MIN_STEP) steps++;
    const share = steps / Math.max(1, to - from - 2 * inset);
    if (share > best.share) best = { at, share };
  }
  return best.share >= MIN_STEP_SHARE ? best.at : null;
}
