import type { DecodedImage } from '../../image/decoded-image.ts';
import { type EdgeText, findEdgeText } from '../../image/visible-marks/find-edge-text.ts';
import type { PixelBox } from '../../image/visible-marks/gray-plane.ts';
import { lineImage } from '../../image/visible-marks/line-image.ts';
import type { OcrReader } from '../ocr-reader.ts';
import { placeOf } from './mark-place.ts';
import { comparableText, isPromising, type MarkText, readMarkText } from './mark-text.ts';
import type { MarkPlace } from './vendor-marks.ts';

/** Lines read in one picture; texture makes many that are no text, and each costs a few hundredths of a second. */
const MAX_LINES = 12;

/** How far to each side a line is widened, in line heights: two letters and a half. */
const WIDENING = 2.5;

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
    const aiLine = await readLine(pixels, line, ocr);
    if (!aiLine) continue;
    aiLines.push(aiLine);
    if (aiLine.form === 'mark') break;
  }
  return { found: lines.length, read, aiLines };
}

/** Reads one line; again in other renderings and a little wider while it is promising and says nothing yet. */
async function readLine(pixels: DecodedImage, line: EdgeText, ocr: OcrReader): Promise<AiLine | null> {
  const wider = { ...line, box: widened(line.box, pixels.width) };
  const views = [
    lineImage.bind(null, pixels, line, 'smooth'),
    lineImage.bind(null, pixels, line, 'sharp'),
    lineImage.bind(null, pixels, wider, 'smooth'),
    lineImage.bind(null, pixels, line, 'binary'),
  ];
  const readings: string[] = [];
  const place = placeOf(line.box, pixels);
  for (const view of views) {
    const { text, confidence } = await ocr.readLine(view());
    readings.push(comparableText(text));
    const mark = readMarkText(readings, place);
    if (mark) {
      const heightFraction = (line.box.bottom - line.box.top) / Math.min(pixels.width, pixels.height);
      return { ...mark, place, box: line.box, heightFraction, confidence };
    }
    if (!readings.some(isPromising)) return null;
  }
  return null;
}

/** A patch of texture can break a line in two; the rest of it is beside it. */
function widened(box: PixelBox, pictureWidth: number): PixelBox {
  const reach = Math.round(WIDENING * (box.bottom - box.top));
  return { ...box, left: Math.max(0, box.left - reach), right: Math.min(pictureWidth, box.right + reach) };
}

/** From the nearest corner of the picture to the nearest corner of the box, in pixels. */
function cornerDistance(box: PixelBox, { width, height }: DecodedImage): number {
  return Math.hypot(Math.min(box.left, width - box.right), Math.min(box.top, height - box.bottom));
}
