import type { PixelBox } from '../../image/visible-marks/gray-plane.ts';
import type { MarkPlace } from './vendor-marks.ts';

/** A line this near a side, in fractions of the short side, stands in the corner. */
const CORNER_GAP = 0.15;

/** Where along the upper or lower edge a line stands. */
export function placeOf(box: PixelBox, picture: { readonly width: number; readonly height: number }): MarkPlace {
  const edge = box.top + box.bottom < picture.height ? 'top' : 'bottom';
  const gap = CORNER_GAP * Math.min(picture.width, picture.height);
  const leftGap = box.left;
  const rightGap = picture.width - box.right;
  if (Math.min(leftGap, rightGap) > gap || Math.abs(leftGap - rightGap) < gap / 2) return edge;
  return leftGap < rightGap ? `${edge}-left` : `${edge}-right`;
}

/** Whether a place is a corner and not the middle of an edge. */
export function isCorner(place: MarkPlace): boolean {
  return place !== 'top' && place !== 'bottom';
}
