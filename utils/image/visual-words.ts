import type { OpenCv } from '../checks/open-cv.ts';
import type { Picture } from './picture.ts';
import { grayImageOf, grayMat } from './registration/gray-image.ts';
import { type Keep, withMats } from './registration/mat-scope.ts';
import { type KeypointVector, type Mat, makeOrbDetector, type OpenCvKeypoint } from './registration/orb-detector.ts';

/**
 * Visual words of a picture: key points reduced to a few numbers each, by which a part of the picture is found again
 * among many thousands: after a crop, in a border, on a screenshot, at another size. They propose pictures to compare;
 * they never decide.
 *
 * One entry a word, 32 bits: which 20 of the descriptor's bits and what they are (21 bits), the pyramid level (4), the
 * rotation (5). Equal words whose levels and rotations differ by the same amount speak for a copy.
 * Source: H. Jégou, M. Douze, C. Schmid, "Hamming embedding and weak geometric consistency for large scale image search"
 * (ECCV 2008); bit sampling: P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998); ORB: E. Rublee et al.
 * (ICCV 2011).
 */
export interface VisualWords {
  /** What is kept of the picture: at most 640 entries, no word twice. */
  readonly stored: Uint32Array;
  /** What is searched for, each on its own: the picture and its mirror image, both also at twice the size. */
  readonly searched: readonly Uint32Array[];
}

export const WORD_BITS = 21;
export const LEVEL_BITS = 4;
export const ROTATION_BITS = 5;

/** Every picture is brought to this many pixels first, so that its size matters less. */
const STORED_PIXELS = 150_000;
/** A photograph that fills a third of a screenshot has its own size again when the screenshot is this large. */
const SEARCHED_PIXELS = [STORED_PIXELS, 4 * STORED_PIXELS];
const MAX_ENLARGEMENT = 2;
const CANDIDATES = 4000;
const PYRAMID_LEVELS = 8;
/** The same number of key points from every level, since a copy of another size shares only some of the levels. */
const STORED_PER_LEVEL = 40;
const SEARCHED_PER_LEVEL = 120;
/** Buckets over each level, so that a caption cannot take all of them. */
const BUCKETS_PER_SIDE = 8;
const PER_BUCKET = 2;
const TABLES = 2;
const BITS_PER_TABLE = 20;
/** Odd, so that the sampled bits of all tables differ; far from a power of two, so that they spread. */
const BIT_STRIDE = 97;

/**
 * The visual words of a picture; kept with the picture.
 * @throws Error when the picture has no pixels
 */
export function visualWordsOf(opencv: OpenCv, picture: Picture): VisualWords {
  const { pixels } = picture;
  if (!pixels) throw new Error('visualWordsOf needs a decoded picture');
  return picture.derived('visual-words', () =>
    withMats((keep) => {
      const gray = grayMat(opencv, grayImageOf(opencv, picture, pixels), keep);
      const found = SEARCHED_PIXELS.flatMap((pixelCount) => {
        const image = resized(opencv, gray, pixelCount, keep);
        const upright = wordsIn(opencv, image, keep);
        opencv.flip(image, image, 1);
        return [upright, wordsIn(opencv, image, keep)];
      });
      const [first] = found as [WordsOfImage, ...WordsOfImage[]];
      return { stored: withoutRepeats(first.stored), searched: found.map(({ searched }) => searched) };
    }),
  );
}

function resized(opencv: OpenCv, gray: Mat, pixelCount: number, keep: Keep): Mat {
  const scale = Math.min(MAX_ENLARGEMENT, Math.sqrt(pixelCount / (gray.cols * gray.rows)));
  const image = keep(new opencv.Mat());
  const size = new opencv.Size(Math.max(1, Math.round(gray.cols * scale)), Math.max(1, Math.round(gray.rows * scale)));
  opencv.resize(gray, image, size, 0, 0, scale < 1 ? opencv.INTER_AREA : opencv.INTER_LINEAR);
  return image;
}

interface WordsOfImage {
  readonly stored: Uint32Array;
  readonly searched: Uint32Array;
}

function wordsIn(opencv: OpenCv, image: Mat, keep: Keep): WordsOfImage {
  const orb = keep(makeOrbDetector(opencv, CANDIDATES, PYRAMID_LEVELS));
  const found = keep(new opencv.KeyPointVector());
  orb.detect(image, found, keep(new opencv.Mat()));
  const chosen = keep(new opencv.KeyPointVector());
  const ranks: number[] = [];
  for (const { keypoint, rank } of spreadOverLevels(found, image.cols, image.rows)) {
    chosen.push_back(keypoint);
    ranks.push(rank);
  }
  const descriptors = keep(new opencv.Mat());
  if (chosen.size() > 0) orb.compute(image, chosen, descriptors);
  // `compute` may drop key points near the rim; without a one-to-one relation ranks would be wrong.
  if (descriptors.rows !== ranks.length) throw new Error('ORB dropped key points that it had found itself');
  const stored: number[] = [];
  const searched: number[] = [];
  for (let index = 0; index < descriptors.rows; index++) {
    const bytes = descriptors.data.subarray(index * descriptors.cols, (index + 1) * descriptors.cols);
    const { octave, angle } = chosen.get(index) as OpenCvKeypoint;
    for (let table = 0; table < TABLES; table++) {
      const entry = packEntry(sampledWord(bytes, table), octave, angle);
      searched.push(entry);
      if ((ranks[index] as number) < STORED_PER_LEVEL) stored.push(entry);
    }
  }
  return { stored: Uint32Array.from(stored), searched: Uint32Array.from(searched) };
}

/** The strongest key points of each level, few from any one place, with their rank within the level. */
function spreadOverLevels(found: KeypointVector, width: number, height: number) {
  const keypoints = Array.from({ length: found.size() }, (_, index) => found.get(index) as OpenCvKeypoint);
  const perLevel = new Map<number, number>();
  const perBucket = new Map<string, number>();
  const chosen: { keypoint: OpenCvKeypoint; rank: number }[] = [];
  for (const keypoint of keypoints.sort((a, b) => b.response - a.response)) {
    const { octave, pt } = keypoint;
    const rank = perLevel.get(octave) ?? 0;
    const column = Math.floor((pt.x * BUCKETS_PER_SIDE) / width);
    const row = Math.floor((pt.y * BUCKETS_PER_SIDE) / height);
    const bucket = `${octave} ${column} ${row}`;
    const inBucket = perBucket.get(bucket) ?? 0;
    if (rank >= SEARCHED_PER_LEVEL || inBucket >= PER_BUCKET) continue;
    perLevel.set(octave, rank + 1);
    perBucket.set(bucket, inBucket + 1);
    chosen.push({ keypoint, rank });
  }
  return chosen;
}

/** The table's number, then the bits that it samples from the descriptor. */
function sampledWord(descriptor: Uint8Array, table: number): number {
  let word = table;
  for (let index = 0; index < BITS_PER_TABLE; index++) {
    const bit = ((table * BITS_PER_TABLE + index) * BIT_STRIDE) % (descriptor.length * 8);
    word = (word << 1) | (((descriptor[bit >> 3] as number) >> (bit & 7)) & 1);
  }
  return word;
}

function packEntry(word: number, level: number, angleDegrees: number): number {
  const rotations = 2 ** ROTATION_BITS;
  const rotation = Math.floor((angleDegrees * rotations) / 360) % rotations;
  return ((word << (LEVEL_BITS + ROTATION_BITS)) | (level << ROTATION_BITS) | rotation) >>> 0;
}

/** One entry a word: a pattern that repeats all over a picture says nothing about where it came from. */
function withoutRepeats(entries: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  return entries.filter((entry) => {
    const word = entry >>> (LEVEL_BITS + ROTATION_BITS);
    if (seen.has(word)) return false;
    seen.add(word);
    return true;
  });
}
