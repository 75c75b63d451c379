import { type Keypoints, WORDS_PER_DESCRIPTOR } from './keypoints.ts';

/** Key points that are enough for a rough answer. */
const SAMPLE = 400;

/** Every n-th key point, so that strong ones on a caption do not stand for the whole picture; `most` of them. */
export function sampleKeypoints(all: Keypoints, most: number = SAMPLE): Keypoints {
  const step = Math.max(1, all.count / most);
  const chosen = Array.from({ length: Math.min(most, all.count) }, (_, index) => Math.floor(index * step));
  return {
    count: chosen.length,
    points: Float32Array.from(chosen.flatMap((index) => [...all.points.subarray(index * 2, index * 2 + 2)])),
    descriptors: Uint32Array.from(
      chosen.flatMap((index) => [
        ...all.descriptors.subarray(index * WORDS_PER_DESCRIPTOR, (index + 1) * WORDS_PER_DESCRIPTOR),
      ]),
    ),
  };
}
