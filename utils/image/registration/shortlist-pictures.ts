import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { grayImageOf } from './gray-image.ts';
import { type Keypoints, keypointsOf } from './keypoints.ts';
import { matchKeypoints } from './match-keypoints.ts';
import { isCertainMirror, sampleKeypoints } from './sample-keypoints.ts';

/** The key points of a picture, or of its mirror image, at one of the sizes that pictures are compared at. */
type KeypointsAt = (opencv: OpenCv, picture: Picture, mirrored: boolean) => Keypoints;

/** Key points of the copy that are looked up in every source: the cost of each further listing picture. */
const SAMPLE = 200;
/** A source with fewer partners than this share of the leader's is not worth a registration. */
const MIN_PARTNER_SHARE = 0.4;

/**
 * Orders sources by how many of a sample of the copy's key points find a clear partner in them, in either mirror, and
 * returns the leader with those that come near it, `limit` at most. The cost stays bounded for many sources.
 * @param keypointsAt at which size the pictures are compared: at working size, unless told
 * @throws Error when a picture has no pixels
 */
export function shortlistPictures(
  opencv: OpenCv,
  sources: readonly Picture[],
  copy: Picture,
  limit: number,
  keypointsAt: KeypointsAt = workingKeypointsOf,
): readonly Picture[] {
  if (sources.length <= 1) return sources;
  const upright = sampleKeypoints(keypointsAt(opencv, copy, false), SAMPLE);
  const known = sources.map((source) => ({ source, keypoints: keypointsAt(opencv, source, false) }));
  const inUpright = known.map(({ keypoints }) => matchKeypoints(keypoints, upright).length);
  const isUpright = inUpright.some((partners) => isCertainMirror(partners, upright));
  const mirrored = isUpright ? null : sampleKeypoints(keypointsAt(opencv, copy, true), SAMPLE);
  const ranked = known
    .map(({ source, keypoints }, index) => {
      const inMirrored = mirrored ? matchKeypoints(keypoints, mirrored).length : 0;
      return { source, partners: Math.max(inUpright[index] as number, inMirrored) };
    })
    .sort((a, b) => b.partners - a.partners)
    .slice(0, limit);
  const enough = MIN_PARTNER_SHARE * (ranked[0]?.partners ?? 0);
  return ranked.filter(({ partners }) => partners >= enough).map(({ source }) => source);
}

function workingKeypointsOf(opencv: OpenCv, picture: Picture, mirrored: boolean): Keypoints {
  if (!picture.pixels) throw new Error('shortlistPictures needs decoded pictures');
  return keypointsOf(opencv, picture, grayImageOf(opencv, picture, picture.pixels), mirrored);
}
