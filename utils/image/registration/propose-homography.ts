import type { OpenCv } from '../../checks/open-cv.ts';
import { mapPolygon, outlineOf, signedArea, turnsOneWay } from './convex-polygon.ts';
import type { GrayImage } from './gray-image.ts';
import { type Homography, mirroring, multiply } from './homography.ts';
import type { Keypoints } from './keypoints.ts';
import { withMats } from './mat-scope.ts';
import { matchKeypoints } from './match-keypoints.ts';
import { isCertainMirror, sampleKeypoints } from './sample-keypoints.ts';

/** A first guess at how the copy was made from the source. */
export interface ProposedHomography {
  /** Source to copy, pixels at working size. */
  readonly matrix: Homography;
  readonly inlierCount: number;
  readonly matchCount: number;
  readonly mirrored: boolean;
}

/** MAGSAC (Barath 2019) settings, as measured. */
const INLIER_PIXELS = 3;
const MAX_ITERATIONS = 4000;
const CONFIDENCE = 0.999;
const MIN_MATCHES = 8;
const MIN_INLIERS = 10;
/** A mirror in which a sample finds fewer partners than this share of the other's is not looked at closely. */
const MIN_PARTNER_SHARE = 0.5;
/** `cv::USAC_MAGSAC`, missing from the published types. */
const USAC_MAGSAC = 38;
/** A quadrilateral under a hundredth or over sixty times the source's area is no copy but a degenerate fit. */
const MIN_AREA_RATIO = 0.01;
const MAX_AREA_RATIO = 60;

/**
 * Finds the homography that most key points agree on, in either mirror; null when fewer than ten agree or the source's
 * outline would fold over.
 */
export function proposeHomography(
  opencv: OpenCv,
  source: { readonly gray: GrayImage; readonly keypoints: Keypoints },
  copy: { readonly gray: GrayImage; readonly keypoints: Keypoints; readonly mirroredKeypoints: () => Keypoints },
): ProposedHomography | null {
  const partnersOf = (sample: Keypoints): number => matchKeypoints(source.keypoints, sample).length;
  const consensusOf = (keypoints: Keypoints): Consensus | null =>
    consensus(opencv, source.gray, source.keypoints, keypoints);
  const sample = sampleKeypoints(copy.keypoints);
  const uprightPartners = partnersOf(sample);
  if (isCertainMirror(uprightPartners, sample)) {
    const certain = consensusOf(copy.keypoints);
    return certain && { ...certain, mirrored: false };
  }
  const mirroredKeypoints = copy.mirroredKeypoints();
  const mirroredPartners = partnersOf(sampleKeypoints(mirroredKeypoints));
  const enough = MIN_PARTNER_SHARE * Math.max(uprightPartners, mirroredPartners);
  const upright = uprightPartners < enough ? null : consensusOf(copy.keypoints);
  const mirrored = mirroredPartners < enough ? null : consensusOf(mirroredKeypoints);
  if (mirrored && (!upright || mirrored.inlierCount > upright.inlierCount))
    return { ...mirrored, matrix: multiply(mirroring(copy.gray.width), mirrored.matrix), mirrored: true };
  return upright && { ...upright, mirrored: false };
}

/** Whether the matrix keeps the source's outline convex, turning as it should, and of a believable size. */
export function isBelievable(matrix: Homography, width: number, height: number, mirrored: boolean): boolean {
  const outline = mapPolygon(matrix, outlineOf(width, height));
  if (!outline.flat().every(Number.isFinite) || !turnsOneWay(outline, mirrored ? -1 : 1)) return false;
  const ratio = Math.abs(signedArea(outline)) / (width * height);
  return ratio > MIN_AREA_RATIO && ratio < MAX_AREA_RATIO;
}

type Consensus = Omit<ProposedHomography, 'mirrored'>;

function consensus(opencv: OpenCv, sourceGray: GrayImage, source: Keypoints, copy: Keypoints): Consensus | null {
  const matches = matchKeypoints(source, copy);
  if (matches.length < MIN_MATCHES) return null;
  const from = matches.flatMap((match) => pointAt(source, match.source));
  const to = matches.flatMap((match) => pointAt(copy, match.copy));
  return withMats((keep) => {
    const inliers = keep(new opencv.Mat());
    const found = keep(
      opencv.findHomography(
        keep(opencv.matFromArray(matches.length, 1, opencv.CV_32FC2, from)),
        keep(opencv.matFromArray(matches.length, 1, opencv.CV_32FC2, to)),
        USAC_MAGSAC,
        INLIER_PIXELS,
        inliers,
        MAX_ITERATIONS,
        CONFIDENCE,
      ),
    );
    if (found.rows !== 3) return null;
    const inlierCount = inliers.data.reduce((sum, flag) => sum + flag, 0);
    const matrix = Array.from(found.data64F) as unknown as Homography;
    if (inlierCount < MIN_INLIERS || !isBelievable(matrix, sourceGray.width, sourceGray.height, false)) return null;
    return { matrix, inlierCount, matchCount: matches.length };
  });
}

function pointAt(keypoints: Keypoints, index: number): [number, number] {
  return [keypoints.points[index * 2] as number, keypoints.points[index * 2 + 1] as number];
}
