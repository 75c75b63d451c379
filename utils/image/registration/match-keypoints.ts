import type { Keypoints } from './keypoints.ts';
import { NO_DISTANCE, NUMBERS_PER_ANSWER, nearestTwo } from './nearest-descriptors.ts';

/** One pair of key points by their index on either side. */
export interface KeypointMatch {
  readonly source: number;
  readonly copy: number;
  readonly distanceBits: number;
}

/** Nearest over second nearest distance (Lowe 2004), as measured with these key points. */
const MAX_DISTANCE_RATIO = 0.82;

/**
 * Pairs each key point of the copy with its nearest of the source by Hamming distance, where the second nearest is
 * clearly farther; a key point of the source keeps only its nearest partner.
 */
export function matchKeypoints(source: Keypoints, copy: Keypoints): KeypointMatch[] {
  const answers = nearestTwo(source.descriptors, copy.descriptors);
  const bySource = new Map<number, KeypointMatch>();
  for (let index = 0; index < copy.count; index++) {
    const [nearest, distanceBits, second] = answers.subarray(
      index * NUMBERS_PER_ANSWER,
      (index + 1) * NUMBERS_PER_ANSWER,
    ) as unknown as [number, number, number];
    if (second === NO_DISTANCE || distanceBits >= MAX_DISTANCE_RATIO * second) continue;
    const rival = bySource.get(nearest);
    if (!rival || distanceBits < rival.distanceBits)
      bySource.set(nearest, { source: nearest, copy: index, distanceBits });
  }
  return [...bySource.values()];
}
