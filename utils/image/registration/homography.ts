/** A 3 × 3 projective matrix, row by row, that maps column vectors (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** `[x, y]` */
export type Point = readonly [number, number];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The matrix product: first `b`, then `a`. */
export function multiply(a: Homography, b: Homography): Homography {
  const cell = (row: number, column: number): number =>
    (a[row * 3] as number) * (b[column] as number) +
    (a[row * 3 + 1] as number) * (b[column + 3] as number) +
    (a[row * 3 + 2] as number) * (b[column + 6] as number);
  return [cell(0, 0), cell(0, 1), cell(0, 2), cell(1, 0), cell(1, 1), cell(1, 2), cell(2, 0), cell(2, 1), cell(2, 2)];
}

/** The inverse by cofactors; holds Infinity or NaN where the matrix has none. */
export function invert(matrix: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const p = e * i - f * h;
  const q = f * g - d * i;
  const r = d * h - e * g;
  const s = 1 / (a * p + b * q + c * r);
  return [
    p * s,
    (c * h - b * i) * s,
    (b * f - c * e) * s,
    q * s,
    (a * i - c * g) * s,
    (c * d - a * f) * s,
    r * s,
    (b * g - a * h) * s,
    (a * e - b * d) * s,
  ];
}

/** Where the matrix takes the point. */
export function applyTo(m: Homography, x: number, y: number): Point {
  const w = m[6] * x + m[7] * y + m[8];
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

/** The same map with 1 as its last number. */
export function normalised(matrix: Homography): Homography {
  return matrix.map((value) => value / matrix[8]) as unknown as Homography;
}

/**
 * Scales pixel coordinates when a picture is resized, with pixel centres at whole numbers: a pixel's corner, at -0.5,
 * stays where it is.
 */
export function resizing(scaleX: number, scaleY: number): Homography {
  return [scaleX, 0, (scaleX - 1) / 2, 0, scaleY, (scaleY - 1) / 2, 0, 0, 1];
}

/** The mirror image of a picture `width` pixels wide, left for right. */
export function mirroring(width: number): Homography {
  return [-1, 0, width - 1, 0, 1, 0, 0, 0, 1];
}

/** Pixel coordinates (centres at whole numbers) to fractions of the frame. */
export function toFractions(width: number, height: number): Homography {
  return [1 / width, 0, 0.5 / width, 0, 1 / height, 0.5 / height, 0, 0, 1];
}
