import { hasBars } from '../image/has-bars.ts';
import { regionOf } from '../image/visible-marks/region-of.ts';
import { defineCheck, done, skipped } from './check.ts';
import { findLabelNumber } from './parcel-label/find-label-number.ts';
import { readPageLines } from './picture-text/read-page-lines.ts';

const MAX_LINES = 150;
const MAX_LINE_CHARACTERS = 120;
/** A label has people's numbers on it; their middle digits are nobody's business. */
const MOBILE_NUMBER = /(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g;

/**
 * Reads all text in a picture, on request. Numbers on a label without a bar code are compared with the claim's here;
 * with one, `parcel-label` has done so already.
 */
export const pictureText = defineCheck({
  id: 'picture-text',
  version: 1,
  needs: ['pixels', 'ocr'],
  readsPixelsAlone: true,
  source: 'Tesseract 5, sparse text',
  async run({ picture, claim, ocr }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    const lines = await readPageLines(picture, ocr);
    const shown = lines.slice(0, MAX_LINES).map(({ text, confidence, box }) => {
      const { x, y, width, height } = regionOf(box, pixels);
      return {
        text: text.slice(0, MAX_LINE_CHARACTERS).replace(MOBILE_NUMBER, '$1****$2'),
        confidence: Math.round(confidence),
        box: [x, y, width, height].map((value) => Number(value.toFixed(4))),
      };
    });
    const finding = hasBars(pixels) ? null : await findLabelNumber('picture-text', lines, claim, pixels, ocr);
    return done({ pictureText: { lines: shown } }, finding ? [finding] : []);
  },
});
