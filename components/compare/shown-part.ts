import type { Region } from '../../utils/image/region.ts';

/** Room shown around a marked place, in multiples of its own size on each side. */
const MARGIN = 0.35;
/** A place is never enlarged beyond this share of the picture, so that it can still be recognised. */
const MIN_SHARE = 0.16;

/** The part of a picture to show for a marked place: the place with room around it, inside the picture. */
export function cropAround(region: Region): Region {
  const share = Math.max(region.width, region.height) * (1 + 2 * MARGIN);
  const size = Math.min(1, Math.max(MIN_SHARE, share));
  const place = (start: number, length: number): number =>
    Math.min(1 - size, Math.max(0, start + length / 2 - size / 2));
  return { x: place(region.x, region.width), y: place(region.y, region.height), width: size, height: size };
}

/** The whole picture. */
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** The part of the picture for a place from 1, the whole for 0. A case that was read again may have fewer places. */
export function shownAt(regions: readonly Region[], place: number): Region {
  const region = regions[place - 1];
  return region ? cropAround(region) : WHOLE;
}

/** How far into the marked place the divider starts: most of the change shows, with its edge on the other picture. */
const DIVIDER_START = 0.25;

/** Where the divider starts, as a share of the part that is shown. */
export function dividerStart(region: Region | undefined, shown: Region): number {
  return region ? (region.x + region.width * DIVIDER_START - shown.x) / shown.width : 0.5;
}
