import type { OpenCv } from '../../checks/open-cv.ts';
import type { Picture } from '../picture.ts';
import { type GrayImage, grayMat } from './gray-image.ts';
import { withMats } from './mat-scope.ts';
import { type KeypointVector, makeOrbDetector, type OpenCvKeypoint, ORB_PATCH_SIDE } from './orb-detector.ts';

/** Key points with their 256-bit ORB descriptors, strongest first. */
export interface Keypoints {
  readonly count: number;
  /** x, y of each, in pixels at working size. */
  readonly points: Float32Array;
  /** Eight 32-bit words of each. */
  readonly descriptors: Uint32Array;
}

const CANDIDATES = 10_000;
const PYRAMID_LEVELS = 8;
/** Buckets over the picture, so that the text of a screenshot cannot eat all key points. */
const BUCKETS_PER_SIDE = 12;
const KEYPOINTS_PER_BUCKET = 24;
const MAX_KEYPOINTS = 2500;
export const WORDS_PER_DESCRIPTOR = 8;

const NO_KEYPOINTS: Keypoints = { count: 0, points: new Float32Array(0), descriptors: new Uint32Array(0) };

/** Key points of the picture, or of its mirror image; kept with the picture, in every worker. */
export function keypointsOf(opencv: OpenCv, picture: Picture, gray: GrayImage, mirrored: boolean): Keypoints {
  return picture.derivedForAll(mirrored ? 'registration.keypoints.mirrored' : 'registration.keypoints', () =>
    detectKeypoints(opencv, gray, mirrored),
  );
}

/** Key points of a gray picture, or of its mirror image. */
export function detectKeypoints(opencv: OpenCv, gray: GrayImage, mirrored: boolean): Keypoints {
  // No patch fits into it, and OpenCV throws on one row or column.
  if (Math.min(gray.width, gray.height) < ORB_PATCH_SIDE) return NO_KEYPOINTS;
  return withMats((keep) => {
    const image = grayMat(opencv, gray, keep);
    if (mirrored) opencv.flip(image, image, 1);
    const orb = keep(makeOrbDetector(opencv, CANDIDATES, PYRAMID_LEVELS));
    const found = keep(new opencv.KeyPointVector());
    orb.detect(image, found, keep(new opencv.Mat()));
    const chosen = keep(new opencv.KeyPointVector());
    for (const keypoint of strongestPerBucket(found, gray.width, gray.height)) chosen.push_back(keypoint);
    const descriptors = keep(new opencv.Mat());
    if (chosen.size() > 0) orb.compute(image, chosen, descriptors);
    const count = descriptors.rows;
    const points = new Float32Array(count * 2);
    for (let index = 0; index < count; index++) {
      const { pt } = chosen.get(index) as OpenCvKeypoint;
      points[index * 2] = pt.x;
      points[index * 2 + 1] = pt.y;
    }
    const bytes = new Uint8Array(count * WORDS_PER_DESCRIPTOR * 4);
    if (count > 0) bytes.set(descriptors.data);
    return { count, points, descriptors: new Uint32Array(bytes.buffer) };
  });
}

function strongestPerBucket(found: KeypointVector, width: number, height: number): OpenCvKeypoint[] {
  const buckets = new Map<number, OpenCvKeypoint[]>();
  for (let index = 0; index < found.size(); index++) {
    const keypoint = found.get(index) as OpenCvKeypoint;
    const column = Math.floor((keypoint.pt.x * BUCKETS_PER_SIDE) / width);
    const row = Math.floor((keypoint.pt.y * BUCKETS_PER_SIDE) / height);
    const bucket = buckets.get(row * BUCKETS_PER_SIDE + column);
    if (bucket) bucket.push(keypoint);
    else buckets.set(row * BUCKETS_PER_SIDE + column, [keypoint]);
  }
  const byResponse = (a: OpenCvKeypoint, b: OpenCvKeypoint): number => b.response - a.response;
  return [...buckets.values()]
    .flatMap((bucket) => bucket.sort(byResponse).slice(0, KEYPOINTS_PER_BUCKET))
    .sort(byResponse)
    .slice(0, MAX_KEYPOINTS);
}
