import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { grayImageOf } from './gray-image.ts';
import { type Keypoints, keypointsOf, WORDS_PER_DESCRIPTOR } from './keypoints.ts';
import { matchKeypoints } from './match-keypoints.ts';

/** Key points of the copy that are enough to tell which sources to look at closely. */
const SAMPLE = 400;

/**
 * Orders sources by how many of a sample of the copy's key points find a clear partner in them, in either mirror, and
 * returns the first `limit`. A true source leads by far; the cost stays bounded for many sources.
 * @throws Error when a picture has no pixels
 */
export function shortlistPictures(
  opencv: OpenCv,
  sources: readonly Picture[],
  copy: Picture,
  limit: number,
): readonly Picture[] {
  if (sources.length <= limit) return sources;
  const upright = sampleOf(keypointsOfPicture(opencv, copy, false));
  const mirrored = sampleOf(keypointsOfPicture(opencv, copy, true));
  return sources
    .map((source) => {
      const keypoints = keypointsOfPicture(opencv, source, false);
      const partners = Math.max(matchKeypoints(keypoints, upright).length, matchKeypoints(keypoints, mirrored).length);
      return { source, partners };
    })
    .sort((a, b) => b.partners - a.partners)
    .slice(0, limit)
    .map(({ source }) => source);
}

function keypointsOfPicture(opencv: OpenCv, picture: Picture, mirrored: boolean): Keypoints {
  if (!picture.pixels) throw new Error('shortlistPictures needs decoded pictures');
  return keypointsOf(opencv, picture, grayImageOf(opencv, picture, picture.pixels), mirrored);
}

/** Every n-th key point, so that strong ones on a caption do not stand for the whole picture. */
function sampleOf(all: Keypoints): Keypoints {
  const step = Math.max(1, all.count / SAMPLE);
  const chosen = Array.from({ length: Math.min(SAMPLE, all.count) }, (_, index) => Math.floor(index * step));
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
