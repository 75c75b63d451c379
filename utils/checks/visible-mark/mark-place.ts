import type { PixelBox } from '../../image/visible-marks/gray-plane.ts';
import type { MarkPlace } from './vendor-marks.ts';

/** A line this near a side, in fractions of the short side, stands in the corner. */
const CORNER_GAP = 0.15;

/** Further from the upper and lower edge than this a line stands beside the picture's middle; the depth of a strip. */
const EDGE_DEPTH = 0.2;

/** Where along the edges a line stands. */
export function placeOf(box: PixelBox, picture: { readonly width: number; readonly height: number }): MarkPlace {
  const depth = EDGE_DEPTH * Math.min(picture.width, picture.height);
  if (box.top >= depth && picture.height - box.bottom >= depth)
    return box.left + box.right < picture.width ? 'left' : 'right';
  const edge = box.top + box.bottom < picture.height ? 'top' : 'bottom';
  const gap = CORNER_GAP * Math.min(picture.width, picture.height);
  const leftGap = box.left;
  const rightGap = picture.width - box.right;
  if (Math.min(leftGap, rightGap) > gap || Math.abs(leftGap - rightGap) < gap / 2) return edge;
  return leftGap < rightGap ? `${edge}-left` : `${edge}-right`;
}
