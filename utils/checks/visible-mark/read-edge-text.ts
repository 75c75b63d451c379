import type { DecodedImage } from '../../image/decoded-image.ts';
import { findEdgeText } from '../../image/visible-marks/find-edge-text.ts';
import type { PixelBox } from '../../image/visible-marks/gray-plane.ts';
import { lineImage } from '../../image/visible-marks/line-image.ts';
import type { OcrReader } from '../ocr-reader.ts';
import { placeOf } from './mark-place.ts';
import { type MarkText, readMarkText } from './mark-text.ts';
import type { MarkPlace } from './vendor-marks.ts';

/** Lines read in one picture; texture makes many that are no text, and each costs a few hundredths of a second. */
const MAX_LINES = 12;

/** A line along an edge that speaks of AI. */
export interface AiLine extends MarkText {
  readonly place: MarkPlace;
  /** In pixels of the picture. */
  readonly box: PixelBox;
  readonly heightFraction: number;
  /** The recogniser's own, 0 to 100. */
  readonly confidence: number;
}

export interface EdgeReading {
  /** Lines that look like text, and how many of them were read. */
  readonly found: number;
  readonly read: number;
  readonly aiLines: readonly AiLine[];
}

/** Reads the lines along the upper and lower edge, nearest to a corner first, until one is a mark. */
export async function readEdgeText(pixels: DecodedImage, ocr: OcrReader): Promise<EdgeReading> {
  const lines = findEdgeText(pixels).toSorted((a, b) => cornerDistance(a.box, pixels) - cornerDistance(b.box, pixels));
  const aiLines: AiLine[] = [];
  let read = 0;
  for (const line of lines.slice(0, MAX_LINES)) {
    read++;
    const { text, confidence } = await ocr.readLine(lineImage(pixels, line));
    const place = placeOf(line.box, pixels);
    const mark = readMarkText(text, place);
    if (!mark) continue;
    const heightFraction = (line.box.bottom - line.box.top) / Math.min(pixels.width, pixels.height);
    aiLines.push({ ...mark, place, box: line.box, heightFraction, confidence });
    if (mark.form === 'mark') break;
  }
  return { found: lines.length, read, aiLines };
}

/** From the nearest corner of the picture to the nearest corner of the box, in pixels. */
function cornerDistance(box: PixelBox, { width, height }: DecodedImage): number {
  return Math.hypot(Math.min(box.left, width - box.right), Math.min(box.top, height - box.bottom));
}
