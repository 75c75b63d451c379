import { hasBars } from '../image/has-bars.ts';
import { defineCheck, done, skipped } from './check.ts';
import { findLabelNumber } from './parcel-label/find-label-number.ts';
import { readPageLines } from './picture-text/read-page-lines.ts';

/**
 * Reads a picture that shows something built like a bar code, and compares parcel and order numbers in it with the
 * claim's. A number that differs shows that the label belongs to another parcel; it cannot tell whose, and an order can
 * have several parcels.
 */
export const parcelLabel = defineCheck({
  id: 'parcel-label',
  version: 1,
  needs: ['pixels', 'ocr'],
  readsPixelsAlone: true,
  source: 'Numbers compared by form with those of the claim; measured in docs/benchmarks-label-numbers.md',
  async run({ picture, claim, ocr }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    if (!hasBars(pixels)) return done({ parcelLabel: { hasBars: false } });
    const lines = await readPageLines(picture, ocr);
    const finding = await findLabelNumber('parcel-label', lines, claim, pixels, ocr);
    return done({ parcelLabel: { hasBars: true, lines: lines.length } }, finding ? [finding] : []);
  },
});
