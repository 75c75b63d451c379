import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { grayImageOf } from './gray-image.ts';
import { type Keypoints, keypointsOf } from './keypoints.ts';
import { matchKeypoints } from './match-keypoints.ts';
import { sampleKeypoints } from './sample-keypoints.ts';

/** Key points of the copy that are looked up in every source: the cost of each further listing picture. */
const SAMPLE = 200;
/** A source with fewer partners than this share of the leader's is not worth a registration. */
const MIN_PARTNER_SHARE = 0.4;

/**
 * Orders sources by how many of a sample of the copy's key points find a clear partner in them, in either mirror, and
 * returns the leader with those that come near it, `limit` at most. The cost stays bounded for many sources.
 * @throws Error when a picture has no pixels
 */
export function shortlistPictures(
  opencv: OpenCv,
  sources: readonly Picture[],
  copy: Picture,
  limit: number,
): readonly Picture[] {
  if (sources.length <= 1) return sources;
  const upright = sampleKeypoints(keypointsOfPicture(opencv, copy, false), SAMPLE);
  const mirrored = sampleKeypoints(keypointsOfPicture(opencv, copy, true), SAMPLE);
  const ranked = sources
    .map((source) => {
      const keypoints = keypointsOfPicture(opencv, source, false);
      const partners = Math.max(matchKeypoints(keypoints, upright).length, matchKeypoints(keypoints, mirrored).length);
      return { source, partners };
    })
    .sort((a, b) => b.partners - a.partners)
    .slice(0, limit);
  const enough = MIN_PARTNER_SHARE * (ranked[0]?.partners ?? 0);
  return ranked.filter(({ partners }) => partners >= enough).map(({ source }) => source);
}

function keypointsOfPicture(opencv: OpenCv, picture: Picture, mirrored: boolean): Keypoints {
  if (!picture.pixels) throw new Error('shortlistPictures needs decoded pictures');
  return keypointsOf(opencv, picture, grayImageOf(opencv, picture, picture.pixels), mirrored);
}
