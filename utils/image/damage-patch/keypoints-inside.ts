import type { OpenCv } from '../../checks/open-cv.ts';
import { WORDS_PER_DESCRIPTOR } from '../registration/keypoints.ts';
import { withMats } from '../registration/mat-scope.ts';
import { type Mat, makeOrbDetector, type OpenCvKeypoint } from '../registration/orb-detector.ts';
import type { PatchKeypoints } from './damage-patch.ts';

const CANDIDATES = 400;
const PYRAMID_LEVELS = 6;
const MAX_KEYPOINTS = 64;
/** Pixels by which the changed place is grown: its outline is where corners lie. */
const OUTLINE_PIXELS = 5;

/** The strongest key points of a gray picture on and right around the marked pixels. */
export function keypointsInside(opencv: OpenCv, gray: Mat, inside: Uint8Array): PatchKeypoints {
  return withMats((keep) => {
    const mask = keep(new opencv.Mat(gray.rows, gray.cols, opencv.CV_8UC1));
    mask.data.set(inside.map((value) => (value ? 255 : 0)));
    const side = 2 * OUTLINE_PIXELS + 1;
    opencv.dilate(mask, mask, keep(opencv.Mat.ones(side, side, opencv.CV_8U)));
    const orb = keep(makeOrbDetector(opencv, CANDIDATES, PYRAMID_LEVELS));
    const found = keep(new opencv.KeyPointVector());
    orb.detect(gray, found, mask);
    const all = Array.from({ length: found.size() }, (_, index) => found.get(index) as OpenCvKeypoint);
    const chosen = keep(new opencv.KeyPointVector());
    for (const keypoint of all.sort((a, b) => b.response - a.response).slice(0, MAX_KEYPOINTS))
      chosen.push_back(keypoint);
    const descriptors = keep(new opencv.Mat());
    if (chosen.size() > 0) orb.compute(gray, chosen, descriptors);
    const count = descriptors.rows;
    const points = new Float32Array(count * 2);
    for (let index = 0; index < count; index++) {
      const { pt } = chosen.get(index) as OpenCvKeypoint;
      points.set([pt.x, pt.y], index * 2);
    }
    const bytes = new Uint8Array(count * WORDS_PER_DESCRIPTOR * 4);
    if (count > 0) bytes.set(descriptors.data);
    return { count, points, descriptors: new Uint32Array(bytes.buffer) };
  });
}
