import type { OpenCv } from '../checks/open-cv.ts';
import type { Picture } from './picture.ts';
import { subjectOfPicture } from './subject-of-picture.ts';
import { visualWordsOf } from './visual-words.ts';

/**
 * The visual words by which a picture of a claim is found again later, to be stored with its fingerprint: those of the
 * photograph in it, none for a screen without one. At most 2.6 kB.
 * @throws Error when the picture has no pixels
 */
export function storedWordsOf(opencv: OpenCv, picture: Picture): Uint32Array {
  const { photograph } = subjectOfPicture(picture);
  return photograph ? visualWordsOf(opencv, photograph).stored : new Uint32Array();
}
