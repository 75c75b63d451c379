import { applyTo, type Homography, type Point } from './homography.ts';

/** Corners in order; empty when nothing is left of it. */
export type ConvexPolygon = readonly Point[];

/** The outline of a picture in its own pixel coordinates, clockwise from the top left. */
export function outlineOf(width: number, height: number): ConvexPolygon {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

export function mapPolygon(matrix: Homography, polygon: ConvexPolygon): ConvexPolygon {
  return polygon.map(([x, y]) => applyTo(matrix, x, y));
}

/** Twice the signed area, halved: positive when the corners run clockwise on a screen (y down). */
export function signedArea(polygon: ConvexPolygon): number {
  let doubled = 0;
  for (const [index, [x, y]] of polygon.entries()) {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] as Point;
    doubled += x * nextY - nextX * y;
  }
  return doubled / 2;
}

/** Whether the corners, in order, always turn the same way as `sign` says. */
export function turnsOneWay(polygon: ConvexPolygon, sign: 1 | -1): boolean {
  return polygon.every(([x, y], index) => {
    const [x1, y1] = polygon[(index + 1) % polygon.length] as Point;
    const [x2, y2] = polygon[(index + 2) % polygon.length] as Point;
    return sign * ((x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1)) > 0;
  });
}

/** The part of the polygon inside a rectangle (Sutherland and Hodgman 1974). */
export function clipToRectangle(
  polygon: ConvexPolygon,
  left: number,
  top: number,
  right: number,
  bottom: number,
): ConvexPolygon {
  const depths: ((point: Point) => number)[] = [
    ([x]) => x - left,
    ([, y]) => y - top,
    ([x]) => right - x,
    ([, y]) => bottom - y,
  ];
  return depths.reduce(clipToHalfPlane, polygon);
}

function clipToHalfPlane(polygon: ConvexPolygon, depth: (point: Point) => number): ConvexPolygon {
  const kept: Point[] = [];
  for (const [index, point] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length] as Point;
    const here = depth(point);
    const there = depth(next);
    if (here >= 0) kept.push(point);
    if (here * there < 0) {
      const share = here / (here - there);
      kept.push([point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]);
    }
  }
  return kept;
}

/** Whether a point lies inside by at least `inset`; for a clockwise polygon. */
export function isInside(polygon: ConvexPolygon, x: number, y: number, inset: number): boolean {
  return insideTest(polygon, inset)(x, y);
}

/** The same for many points: each edge is a half-plane, computed once. */
export function insideTest(polygon: ConvexPolygon, inset: number): (x: number, y: number) => boolean {
  const halfPlanes = polygon.flatMap(([x0, y0], index) => {
    const [x1, y1] = polygon[(index + 1) % polygon.length] as Point;
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) return [];
    const [alongX, alongY] = [(x1 - x0) / length, (y1 - y0) / length];
    return [{ ofX: -alongY, ofY: alongX, least: alongX * y0 - alongY * x0 + inset }];
  });
  return (x, y) => {
    if (polygon.length < 3) return false;
    for (const { ofX, ofY, least } of halfPlanes) if (ofX * x + ofY * y < least) return false;
    return true;
  };
}
