import type { OpenCv } from '../../checks/open-cv.ts';

export type Mat = InstanceType<OpenCv['Mat']>;
export type KeypointVector = InstanceType<OpenCv['KeyPointVector']>;

/** A key point as OpenCV gives it. */
export interface OpenCvKeypoint {
  readonly pt: { readonly x: number; readonly y: number };
  readonly response: number;
  /** Level of the pyramid, 0 for the picture itself. */
  readonly octave: number;
  /** Degrees. */
  readonly angle: number;
}

/** The two steps of `detectAndCompute`, which the published types leave out. */
export interface OrbDetector {
  detect(image: Mat, keypoints: KeypointVector, mask: Mat): void;
  /** Drops key points near the rim from `keypoints`, so that positions are read after it. */
  compute(image: Mat, keypoints: KeypointVector, descriptors: Mat): void;
  delete(): void;
}

/** Side of the patch that a descriptor is taken from, pixels. */
export const ORB_PATCH_SIDE = 31;
const PYRAMID_FACTOR = 1.2;
const FAST_THRESHOLD = 7;
/** The constant's name is missing from the built module. */
const HARRIS_SCORE = 0;

/**
 * The ORB detector (Rublee et al. 2011) as everything here was measured with; to be deleted by the caller.
 * @param candidates the most key points that it finds
 */
export function makeOrbDetector(opencv: OpenCv, candidates: number, pyramidLevels: number): OrbDetector {
  return new opencv.ORB(
    candidates,
    PYRAMID_FACTOR,
    pyramidLevels,
    ORB_PATCH_SIDE,
    0,
    2,
    HARRIS_SCORE,
    ORB_PATCH_SIDE,
    FAST_THRESHOLD,
  ) as unknown as OrbDetector;
}
