import type { DecodedImage } from '../image/decoded-image.ts';
import { cropLuminance } from '../image/visible-marks/crop-luminance.ts';
import { lineImage } from '../image/visible-marks/line-image.ts';
import { regionOf } from '../image/visible-marks/region-of.ts';
import { type ClaimFacts, defineCheck, done, type Finding, skipped } from './check.ts';
import type { OcrReader, PageLine } from './ocr-reader.ts';
import { compareLabelNumbers, isNear, type KnownNumber } from './picture-text/label-numbers.ts';
import { comparableNumber } from './picture-text/number-format.ts';

/** Short side from which on a picture is read as it is; smaller ones are enlarged, since small print is lost otherwise. */
const READING_SIDE = 1000;
const MAX_ENLARGEMENT = 2;
/** Below this the recogniser has read texture. */
const MIN_CONFIDENCE = 40;
const MAX_LINES = 150;
const MAX_LINE_CHARACTERS = 120;

/**
 * Reads all text in a picture, on request, and compares parcel and order numbers in it with the claim's. A number that
 * differs shows that the label belongs to another parcel; it cannot tell whose, and an order can have several parcels.
 */
export const pictureText = defineCheck({
  id: 'picture-text',
  version: 1,
  needs: ['pixels', 'ocr'],
  source: 'Tesseract 5, sparse text; numbers compared by form, measured in docs/benchmarks-label-numbers.md',
  async run({ picture, claim, ocr }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    const lines = await readLines(pixels, ocr);
    const shown = lines.slice(0, MAX_LINES).map(({ text, confidence, box }) => {
      const { x, y, width, height } = regionOf(box, pixels);
      return {
        text: text.slice(0, MAX_LINE_CHARACTERS),
        confidence: Math.round(confidence),
        box: [x, y, width, height].map((value) => Number(value.toFixed(4))),
      };
    });
    const finding = await numberFinding(lines, claim, pixels, ocr);
    return done({ pictureText: { lines: shown } }, finding ? [finding] : []);
  },
});

async function readLines(pixels: DecodedImage, ocr: OcrReader): Promise<PageLine[]> {
  const whole = { left: 0, top: 0, right: pixels.width, bottom: pixels.height };
  const side = Math.min(pixels.width, pixels.height);
  const scale = Math.min(MAX_ENLARGEMENT, Math.max(1, READING_SIDE / side));
  const { width, height, data } = cropLuminance(pixels, whole, scale);
  const lines = await ocr.readPage({ width, height, data: Uint8Array.from(data, Math.round) });
  return lines
    .filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && /[0-9A-Za-z\u4e00-\u9fff]{2}/.test(text))
    .map((line) => ({
      ...line,
      box: {
        left: Math.max(0, Math.floor(line.box.left / scale)),
        top: Math.max(0, Math.floor(line.box.top / scale)),
        right: Math.min(pixels.width, Math.ceil(line.box.right / scale)),
        bottom: Math.min(pixels.height, Math.ceil(line.box.bottom / scale)),
      },
    }));
}

async function numberFinding(
  lines: readonly PageLine[],
  claim: ClaimFacts,
  pixels: DecodedImage,
  ocr: OcrReader,
): Promise<Finding | null> {
  const reading = compareLabelNumbers(lines, knownNumbers(claim));
  if (reading.says === 'nothing') return null;
  const { kind, number, known, line } = reading.found;
  const isMatch = reading.says !== 'differs';
  if (reading.says !== 'match') {
    const again = await readAgain(line, pixels, ocr);
    const isSame = (text: string): boolean => text.includes(number);
    if (isMatch && !again.some(isSame)) return null;
    if (!isMatch && !(again.every(isSame) && ![number, ...again].some((text) => isNear(text, known)))) return null;
  }
  // With a return on its way whose number nobody entered yet, the label may be the return parcel's.
  const mayBeReturn = kind === 'tracking' && claim.claimType !== 'refund_only' && claim.returnTracking === undefined;
  return {
    check: 'picture-text',
    kind: `label-${kind}-${isMatch ? 'matches' : 'differs'}`,
    grade: isMatch || mayBeReturn ? 'note' : 'clue',
    params: { number, known, confidence: Math.round(line.confidence) },
    regions: [regionOf(line.box, pixels)],
  };
}

function knownNumbers({ forwardTracking, returnTracking, orderId }: ClaimFacts): KnownNumber[] {
  const parcels = [forwardTracking, returnTracking].filter((number) => number !== undefined);
  return [
    ...parcels.map((number) => ({ kind: 'tracking' as const, number })),
    { kind: 'order' as const, number: orderId },
  ];
}

/** The line alone, drawn anew in two ways; a number counts as clearly read when both give it again. */
async function readAgain({ box }: PageLine, pixels: DecodedImage, ocr: OcrReader): Promise<string[]> {
  const readings: string[] = [];
  for (const rendering of ['smooth', 'sharp'] as const) {
    const { text } = await ocr.readLine(lineImage(pixels, { box, polarity: 'dark' }, rendering));
    readings.push(comparableNumber(text));
  }
  return readings;
}
