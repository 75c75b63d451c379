import { PDQ_UNUSABLE_QUALITY, type Pdq, pdqOf, pdqToHex } from '../image/pdq.ts';
import type { Picture } from '../image/picture.ts';
import { defineCheck, done, skipped } from './check.ts';

/**
 * The picture's PDQ hash, by which other checks and the history find it again. A hash says how a picture looks from afar,
 * never by itself that two pictures are the same photograph, so this check finds nothing.
 */
export const fingerprint = defineCheck({
  id: 'fingerprint',
  version: 1,
  needs: ['pixels'],
  source: 'PDQ: Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (2019)',
  run({ picture }) {
    const pdq = pdqOfPicture(picture);
    if (!pdq) return skipped('no-pixels');
    return done({
      pdq: { hash: pdqToHex(pdq.hash), quality: pdq.quality, isUsable: pdq.quality > PDQ_UNUSABLE_QUALITY },
    });
  },
});

/** The PDQ hash of a picture, computed once a picture; null when it could not be decoded. */
export function pdqOfPicture(picture: Picture): Pdq | null {
  const { pixels } = picture;
  return pixels && picture.derived('pdq', () => pdqOf(pixels));
}
