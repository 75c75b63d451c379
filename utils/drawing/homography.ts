export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Nine numbers, row by row; maps (x, y, 1) up to scale. */
export type Homography = readonly number[];

export interface Triangle {
  readonly source: readonly [Point, Point, Point];
  readonly target: readonly [Point, Point, Point];
}

/** Where a homography sends a point; null for a point on or behind its vanishing line. */
export function applyHomography(matrix: Homography, { x, y }: Point): Point | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = matrix;
  const w = g * x + h * y + i;
  // The side of the vanishing line that the picture is on is the one that its scale term gives.
  if (w * Math.sign(i || 1) <= 1e-9) return null;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** Whether nine finite numbers are there and they do not flatten the plane. */
export function isUsableHomography(value: unknown): value is Homography {
  if (!Array.isArray(value) || value.length !== 9 || !value.every((entry) => Number.isFinite(entry))) return false;
  const [a, b, c, d, e, f, g, h, i] = value as [number, number, number, number, number, number, number, number, number];
  return Math.abs(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)) > 1e-12;
}

/**
 * The unit square cut into triangles with where each lies after the homography: an affine map per triangle follows the
 * homography the closer, the more there are. One without perspective needs no more than two.
 */
export function meshOf(matrix: Homography, maxCells: number): readonly Triangle[] {
  const [, , , , , , g = 0, h = 0] = matrix;
  const cells = Math.abs(g) + Math.abs(h) < 1e-9 ? 1 : maxCells;
  const triangles: Triangle[] = [];
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const corner = (right: number, down: number): Point => ({ x: (column + right) / cells, y: (row + down) / cells });
      for (const source of [
        [corner(0, 0), corner(1, 0), corner(0, 1)],
        [corner(1, 1), corner(0, 1), corner(1, 0)],
      ] as const) {
        const [p, q, r] = source.map((point) => applyHomography(matrix, point));
        if (p && q && r) triangles.push({ source, target: [p, q, r] });
      }
    }
  }
  return triangles;
}

/**
 * The affine map of a triangle, as the six arguments of `CanvasRenderingContext2D.setTransform`.
 * @param triangle in pixels on both sides
 */
export function affineOf({ source, target }: Triangle): [number, number, number, number, number, number] | null {
  const [s0, s1, s2] = source;
  const [t0, t1, t2] = target;
  const determinant = (s1.x - s0.x) * (s2.y - s0.y) - (s2.x - s0.x) * (s1.y - s0.y);
  if (Math.abs(determinant) < 1e-9) return null;
  const along = (from: number, toFirst: number, toSecond: number): [number, number] => [
    ((toFirst - from) * (s2.y - s0.y) - (toSecond - from) * (s1.y - s0.y)) / determinant,
    ((toSecond - from) * (s1.x - s0.x) - (toFirst - from) * (s2.x - s0.x)) / determinant,
  ];
  const [a, c] = along(t0.x, t1.x, t2.x);
  const [b, d] = along(t0.y, t1.y, t2.y);
  return [a, b, c, d, t0.x - a * s0.x - c * s0.y, t0.y - b * s0.x - d * s0.y];
}
