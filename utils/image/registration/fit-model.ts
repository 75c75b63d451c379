import type { OpenCv } from '../../checks/open-cv.ts';
import { applyTo, type Homography, type Point } from './homography.ts';
import { withMats } from './mat-scope.ts';

/**
 * What maps source to copy: a similarity (one scale, rotation, shift), a similarity with x and y scaled separately
 * after the rotation, or a free homography.
 */
export type ModelKind = 'similarity' | 'axis-scaled' | 'homography';

/** A point of the source and where it lies in the copy. */
export interface PointPair {
  readonly from: Point;
  readonly to: Point;
}

const ROUNDS = 6;
const MIN_PAIRS = 6;
const MIN_KEPT_PAIRS = 8;
/** While the fit settles, pairs within this many median errors stay in. */
const SETTLING_MEDIANS = 2.5;

/**
 * Least squares with outliers dropped round by round; pairs farther than `tolerance` from the last fit are out.
 * Null when there are fewer than six pairs.
 */
export function fitRobustly(
  opencv: OpenCv,
  pairs: readonly PointPair[],
  kind: ModelKind,
  tolerance: number,
): Homography | null {
  let kept = pairs;
  let model: Homography | null = null;
  for (let round = 0; round < ROUNDS && kept.length >= MIN_PAIRS; round++) {
    const fitted = fitOnce(opencv, kept, kind);
    if (!fitted) break;
    model = fitted;
    const settling = SETTLING_MEDIANS * medianOf(kept.map((pair) => errorOf(fitted, pair)));
    const limit = round < ROUNDS - 1 ? Math.max(tolerance, settling) : tolerance;
    const closer = pairs.filter((pair) => errorOf(fitted, pair) < limit);
    if (closer.length < MIN_KEPT_PAIRS) break;
    kept = closer;
  }
  return model;
}

/** Distance in pixels between where the model puts a point and where it was found. */
export function errorOf(model: Homography, { from, to }: PointPair): number {
  const [x, y] = applyTo(model, from[0], from[1]);
  return Math.hypot(x - to[0], y - to[1]);
}

/** The middle value; 0 for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

function fitOnce(opencv: OpenCv, pairs: readonly PointPair[], kind: ModelKind): Homography | null {
  if (kind === 'homography') return fitHomography(opencv, pairs);
  const moments = momentsOf(pairs);
  return kind === 'similarity' ? fitSimilarity(moments) : fitAxisScaled(pairs, moments);
}

function fitHomography(opencv: OpenCv, pairs: readonly PointPair[]): Homography | null {
  const mat = (points: readonly Point[]) => opencv.matFromArray(points.length, 1, opencv.CV_32FC2, points.flat());
  return withMats((keep) => {
    const found = keep(
      opencv.findHomography(
        keep(mat(pairs.map((pair) => pair.from))),
        keep(mat(pairs.map((pair) => pair.to))),
        0,
        0,
        keep(new opencv.Mat()),
      ),
    );
    return found.rows === 3 ? (Array.from(found.data64F) as unknown as Homography) : null;
  });
}

interface Moments {
  readonly fromMean: Point;
  readonly toMean: Point;
  /** Second moments of the source. */
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** Cross moments, source coordinate first. */
  readonly xu: number;
  readonly yu: number;
  readonly xv: number;
  readonly yv: number;
}

function momentsOf(pairs: readonly PointPair[]): Moments {
  const mean = (value: (pair: PointPair) => number): number =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
  const fromMean: Point = [mean(({ from }) => from[0]), mean(({ from }) => from[1])];
  const toMean: Point = [mean(({ to }) => to[0]), mean(({ to }) => to[1])];
  const sums = { xx: 0, xy: 0, yy: 0, xu: 0, yu: 0, xv: 0, yv: 0 };
  for (const { from, to } of pairs) {
    const x = from[0] - fromMean[0];
    const y = from[1] - fromMean[1];
    const u = to[0] - toMean[0];
    const v = to[1] - toMean[1];
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
    sums.xu += x * u;
    sums.yu += y * u;
    sums.xv += x * v;
    sums.yv += y * v;
  }
  return { fromMean, toMean, ...sums };
}

/** Closed form (Umeyama 1991, in the plane). */
function fitSimilarity({ fromMean, toMean, xx, yy, xu, yu, xv, yv }: Moments): Homography {
  const cosine = (xu + yv) / (xx + yy);
  const sine = (xv - yu) / (xx + yy);
  return linearAbout(fromMean, toMean, cosine, -sine, sine, cosine);
}

/** The rotation nearest to the free affine map, then one scale for each axis of the copy. */
function fitAxisScaled(pairs: readonly PointPair[], moments: Moments): Homography {
  const { fromMean, toMean, xx, xy, yy, xu, yu, xv, yv } = moments;
  const determinant = xx * yy - xy * xy;
  const a = (xu * yy - yu * xy) / determinant;
  const b = (yu * xx - xu * xy) / determinant;
  const c = (xv * yy - yv * xy) / determinant;
  const d = (yv * xx - xv * xy) / determinant;
  const rowX = Math.hypot(a, b);
  const rowY = Math.hypot(c, d);
  const angle = Math.atan2(c / rowY - b / rowX, a / rowX + d / rowY);
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  let alongX = 0;
  let alongY = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (const { from, to } of pairs) {
    const x = from[0] - fromMean[0];
    const y = from[1] - fromMean[1];
    const turnedX = cosine * x - sine * y;
    const turnedY = sine * x + cosine * y;
    alongX += turnedX * (to[0] - toMean[0]);
    alongY += turnedY * (to[1] - toMean[1]);
    squaresX += turnedX * turnedX;
    squaresY += turnedY * turnedY;
  }
  const scaleX = alongX / squaresX;
  const scaleY = alongY / squaresY;
  return linearAbout(fromMean, toMean, scaleX * cosine, -scaleX * sine, scaleY * sine, scaleY * cosine);
}

function linearAbout(from: Point, to: Point, a: number, b: number, c: number, d: number): Homography {
  return [a, b, to[0] - a * from[0] - b * from[1], c, d, to[1] - c * from[0] - d * from[1], 0, 0, 1];
}
