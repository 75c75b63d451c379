import { describe, expect, it } from 'vitest';
import type { Keypoints } from '../../../../utils/image/registration/keypoints.ts';
import { matchKeypoints } from '../../../../utils/image/registration/match-keypoints.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';

function keypoints(descriptors: readonly (readonly number[])[]): Keypoints {
  return {
    count: descriptors.length,
    points: new Float32Array(descriptors.length * 2),
    descriptors: Uint32Array.from(descriptors.flat()),
  };
}

const random = seededRandom(3);
const word = () => Math.floor(random() * 2 ** 32) >>> 0;
const descriptors = Array.from({ length: 20 }, () => Array.from({ length: 8 }, word));

describe('matchKeypoints', () => {
  it('finds each descriptor again though some bits are flipped', () => {
    const flipped = descriptors.map(([first = 0, ...rest]) => [(first ^ 0b10110) >>> 0, ...rest]);
    const matches = matchKeypoints(keypoints(descriptors), keypoints(flipped));
    expect(matches).toHaveLength(20);
    for (const match of matches) {
      expect(match.source).toBe(match.copy);
      expect(match.distanceBits).toBe(3);
    }
  });

  it('says nothing where two sources are equally near', () => {
    const twin = [descriptors[0] as number[], descriptors[0] as number[]];
    expect(matchKeypoints(keypoints(twin), keypoints([descriptors[0] as number[]]))).toEqual([]);
  });

  it('gives a source to its nearest partner only', () => {
    const [first = 0, ...rest] = descriptors[4] as number[];
    const copies = [
      [(first ^ 0xff) >>> 0, ...rest],
      [(first ^ 1) >>> 0, ...rest],
    ];
    expect(matchKeypoints(keypoints(descriptors), keypoints(copies))).toEqual([
      { source: 4, copy: 1, distanceBits: 1 },
    ]);
  });

  it('matches nothing with nothing', () => {
    expect(matchKeypoints(keypoints([]), keypoints(descriptors))).toEqual([]);
    expect(matchKeypoints(keypoints(descriptors), keypoints([]))).toEqual([]);
  });
});
