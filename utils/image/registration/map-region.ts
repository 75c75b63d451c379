import type { Region } from '../region.ts';
import { mapPolygon } from './convex-polygon.ts';
import type { Homography } from './homography.ts';

/** The upright box, in fractions and cut at the frame, around where `matrix` (fractions to fractions) takes a region. */
export function mapRegion(matrix: Homography, { x, y, width, height }: Region): Region {
  const corners = mapPolygon(matrix, [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const xs = corners.map(([cornerX]) => within(cornerX));
  const ys = corners.map(([, cornerY]) => within(cornerY));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Whether two regions have an area in common. */
export function overlaps(a: Region, b: Region): boolean {
  return (
    Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x) &&
    Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y)
  );
}
