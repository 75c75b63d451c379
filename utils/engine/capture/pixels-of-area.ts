import type { ScreenArea } from '../../messages.ts';

/** A part of a capture, in its pixels. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels of a capture that a marked part of the page is: each edge at the nearest one, since with a screen of 1.25 pixels to
 * one of the page, or a page that is enlarged, edges fall between pixels.
 */
export function pixelsOfArea(
  area: ScreenArea,
  capture: { readonly width: number; readonly height: number },
): PixelArea {
  const scale = capture.width / area.viewportWidth;
  const left = clamp(Math.round(area.left * scale), 0, capture.width - 1);
  const top = clamp(Math.round(area.top * scale), 0, capture.height - 1);
  const right = clamp(Math.round((area.left + area.width) * scale), left + 1, capture.width);
  const bottom = clamp(Math.round((area.top + area.height) * scale), top + 1, capture.height);
  return { left, top, width: right - left, height: bottom - top };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
