import { type Keypoints, WORDS_PER_DESCRIPTOR } from './keypoints.ts';

/** Key points that are enough for a rough answer. */
const SAMPLE = 400;
/**
 * Where this share of a sample finds partners, the other mirror need not be looked at: of 180 copies of the tuning half the
 * wrong mirror never had more than 0.14, and 95 % of the right ones have more than this.
 */
const CERTAIN_SHARE = 0.25;

/** Whether so many partners of a sample leave no doubt that the pictures match in this mirror. */
export function isCertainMirror(partners: number, sample: Keypoints): boolean {
  return sample.count > 0 && partners >= CERTAIN_SHARE * sample.count;
}

/** Every n-th key point, so that strong ones on a caption do not stand for the whole picture; `most` of them. */
export function sampleKeypoints(all: Keypoints, most: number = SAMPLE): Keypoints {
  const step = Math.max(1, all.count / most);
  const count = Math.min(most, all.count);
  const points = new Float32Array(count * 2);
  const descriptors = new Uint32Array(count * WORDS_PER_DESCRIPTOR);
  for (let to = 0; to < count; to++) {
    const from = Math.floor(to * step);
    points.set(all.points.subarray(from * 2, from * 2 + 2), to * 2);
    descriptors.set(
      all.descriptors.subarray(from * WORDS_PER_DESCRIPTOR, (from + 1) * WORDS_PER_DESCRIPTOR),
      to * WORDS_PER_DESCRIPTOR,
    );
  }
  return { count, points, descriptors };
}
