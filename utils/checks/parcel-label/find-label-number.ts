import type { DecodedImage } from '../../image/decoded-image.ts';
import { lineImage } from '../../image/visible-marks/line-image.ts';
import { regionOf } from '../../image/visible-marks/region-of.ts';
import type { ClaimFacts, Finding } from '../check.ts';
import type { LineReader, PageLine } from '../ocr-reader.ts';
import { compareLabelNumbers, isNear, type KnownNumber } from './label-numbers.ts';
import { comparableNumber } from './number-format.ts';

/**
 * What the numbers in a picture's text say about the claim, as a finding of the check that asks; null for nothing. A
 * number that differs counts only when the line alone, drawn anew in two ways, gives it again both times.
 */
export async function findLabelNumber(
  check: string,
  lines: readonly PageLine[],
  claim: ClaimFacts,
  pixels: DecodedImage,
  ocr: LineReader,
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
    check,
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

async function readAgain({ box }: PageLine, pixels: DecodedImage, ocr: LineReader): Promise<string[]> {
  const readings: string[] = [];
  for (const rendering of ['smooth', 'sharp'] as const) {
    const { text } = await ocr.readLine(lineImage(pixels, { box, polarity: 'dark' }, rendering));
    readings.push(comparableNumber(text));
  }
  return readings;
}
