import { type Keypoints, WORDS_PER_DESCRIPTOR } from './keypoints.ts';

/** One pair of key points by their index on either side. */
export interface KeypointMatch {
  readonly source: number;
  readonly copy: number;
  readonly distanceBits: number;
}

/** Nearest over second nearest distance (Lowe 2004), as measured with these key points. */
const MAX_DISTANCE_RATIO = 0.82;
const BITS = WORDS_PER_DESCRIPTOR * 32;

/**
 * Pairs each key point of the copy with its nearest of the source by Hamming distance, where the second nearest is
 * clearly farther; a key point of the source keeps only its nearest partner.
 */
export function matchKeypoints(source: Keypoints, copy: Keypoints): KeypointMatch[] {
  const bySource = new Map<number, KeypointMatch>();
  for (let index = 0; index < copy.count; index++) {
    const match = nearest(source, copy.descriptors, index);
    if (!match) continue;
    const rival = bySource.get(match.source);
    if (!rival || match.distanceBits < rival.distanceBits) bySource.set(match.source, match);
  }
  return [...bySource.values()];
}

function nearest(source: Keypoints, query: Uint32Array, copy: number): KeypointMatch | null {
  const words = source.descriptors;
  const at = copy * WORDS_PER_DESCRIPTOR;
  const q0 = query[at] as number;
  const q1 = query[at + 1] as number;
  const q2 = query[at + 2] as number;
  const q3 = query[at + 3] as number;
  const q4 = query[at + 4] as number;
  const q5 = query[at + 5] as number;
  const q6 = query[at + 6] as number;
  const q7 = query[at + 7] as number;
  let best = BITS + 1;
  let second = BITS + 1;
  let bestIndex = -1;
  for (let index = 0, w = 0; index < source.count; index++, w += WORDS_PER_DESCRIPTOR) {
    // Half of the bits already rule out most candidates.
    let distance =
      popcount((words[w] as number) ^ q0) +
      popcount((words[w + 1] as number) ^ q1) +
      popcount((words[w + 2] as number) ^ q2) +
      popcount((words[w + 3] as number) ^ q3);
    if (distance >= second) continue;
    distance +=
      popcount((words[w + 4] as number) ^ q4) +
      popcount((words[w + 5] as number) ^ q5) +
      popcount((words[w + 6] as number) ^ q6) +
      popcount((words[w + 7] as number) ^ q7);
    if (distance < best) {
      second = best;
      best = distance;
      bestIndex = index;
    } else if (distance < second) second = distance;
  }
  if (bestIndex < 0 || second > BITS || best >= MAX_DISTANCE_RATIO * second) return null;
  return { source: bestIndex, copy, distanceBits: best };
}

/** Set bits of a 32-bit word (Warren, Hacker's Delight, 5-1). */
function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
