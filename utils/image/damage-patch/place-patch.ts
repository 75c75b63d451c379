import type { Point } from '../registration/homography.ts';
import type { Keypoints } from '../registration/keypoints.ts';
import { matchKeypoints } from '../registration/match-keypoints.ts';
import type { PatchKeypoints } from './damage-patch.ts';

/** Where a patch may lie in a picture: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`, patch pixels to picture pixels. */
export interface PatchPlace {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
  /** Key points that agree on it. */
  readonly inlierCount: number;
}

/** Two of them fix the place; six more by chance were not seen on the tuning half. */
const MIN_INLIERS = 8;
const INLIER_PIXELS = 3;
/** Pairs of matches that are tried; all of them where there are few. */
const MAX_MATCHES = 80;
/** A patch is stored at about its own size, so a believable copy is neither a tenth nor six times as large. */
const MIN_SCALE = 0.12;
const MAX_SCALE = 6;
/** Two matches nearer than this fix no rotation. */
const MIN_BASE_PIXELS = 12;

/** The similarity that most matched key points agree on (RANSAC over all pairs); null when fewer than eight do. */
export function placePatch(patch: PatchKeypoints, picture: Keypoints): PatchPlace | null {
  const matches = matchKeypoints(patch, picture)
    .sort((p, q) => p.distanceBits - q.distanceBits)
    .slice(0, MAX_MATCHES)
    .map(({ source, copy }) => ({ from: pointOf(patch.points, source), to: pointOf(picture.points, copy) }));
  if (matches.length < MIN_INLIERS) return null;
  let best: PatchPlace | null = null;
  for (const [index, first] of matches.entries())
    for (const second of matches.slice(index + 1)) {
      const place = similarityOf(first, second);
      if (!place) continue;
      const inlierCount = matches.filter(({ from, to }) => missOf(place, from, to) <= INLIER_PIXELS).length;
      if (inlierCount >= MIN_INLIERS && inlierCount > (best?.inlierCount ?? 0)) best = { ...place, inlierCount };
    }
  return best;
}

interface Match {
  readonly from: Point;
  readonly to: Point;
}

function similarityOf(first: Match, second: Match): Omit<PatchPlace, 'inlierCount'> | null {
  const [dx, dy] = [second.from[0] - first.from[0], second.from[1] - first.from[1]];
  const [du, dv] = [second.to[0] - first.to[0], second.to[1] - first.to[1]];
  const base = dx * dx + dy * dy;
  if (base < MIN_BASE_PIXELS ** 2) return null;
  const a = (dx * du + dy * dv) / base;
  const b = (dx * dv - dy * du) / base;
  const scale = Math.hypot(a, b);
  if (scale < MIN_SCALE || scale > MAX_SCALE) return null;
  return {
    a,
    b,
    tx: first.to[0] - a * first.from[0] + b * first.from[1],
    ty: first.to[1] - b * first.from[0] - a * first.from[1],
  };
}

function missOf({ a, b, tx, ty }: Omit<PatchPlace, 'inlierCount'>, [x, y]: Point, [u, v]: Point): number {
  return Math.hypot(a * x - b * y + tx - u, b * x + a * y + ty - v);
}

function pointOf(points: Float32Array, index: number): Point {
  return [points[index * 2] as number, points[index * 2 + 1] as number];
}
