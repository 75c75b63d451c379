import type { DecodedImage } from '../../image/decoded-image.ts';
import { type EdgeText, findEdgeText } from '../../image/visible-marks/find-edge-text.ts';
import type { PixelBox } from '../../image/visible-marks/gray-plane.ts';
import { lineImage, type Rendering } from '../../image/visible-marks/line-image.ts';
import type { LineReader, ReadLine } from '../ocr-reader.ts';
import { placeOf } from './mark-place.ts';
import { comparableText, hasNoticeWords, isPromising, type MarkText, readMarkText } from './mark-text.ts';
import type { MarkPlace } from './vendor-marks.ts';

/** Lines read in one picture, and readings in all: texture makes many that are no text, and each costs some time. */
const MAX_LINES = 16;
const MAX_READINGS = 32;

/** Of the recogniser, for one word. What lies below is taken for texture beside a mark. */
const SURE_CONFIDENCE = 75;
/** A line seen at this many thresholds is as surely text as one seen at more. */
const MOST_VOTES = 3;
/** In fractions of the short side. */
const CORNER_STEP = 0.02;
/** How far to each side a line is widened, in line heights: for letters that broke off, and for the rest of a sentence. */
const WIDENING = 2.5;
const SENTENCE_WIDENING = 6;

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

/** Reads the lines along the edges, the likeliest text and the nearest to a corner first, until one is a mark. */
export async function readEdgeText(pixels: DecodedImage, ocr: LineReader): Promise<EdgeReading> {
  const lines = findEdgeText(pixels).toSorted(
    (a, b) =>
      likelihood(b) - likelihood(a) ||
      cornerSteps(a.box, pixels) - cornerSteps(b.box, pixels) ||
      widthOf(b.box) - widthOf(a.box),
  );
  const aiLines: AiLine[] = [];
  let read = 0;
  let readings = 0;
  const counted: LineReader = {
    readLine(line) {
      readings++;
      return ocr.readLine(line);
    },
  };
  for (const line of lines.slice(0, MAX_LINES)) {
    if (readings >= MAX_READINGS) break;
    read++;
    const aiLine = await readLine(pixels, line, counted);
    if (!aiLine || aiLines.some(({ box }) => overlap(box, aiLine.box))) continue;
    aiLines.push(aiLine);
    if (aiLine.form === 'mark') break;
  }
  return { found: lines.length, read, aiLines };
}

/**
 * Reads one line; again in other renderings and a little wider while it is promising and says nothing yet. A mark is
 * read once more with what stands beside it, since the words may belong to a longer sentence.
 */
async function readLine(pixels: DecodedImage, line: EdgeText, ocr: LineReader): Promise<AiLine | null> {
  const wider = { ...line, box: widened(line.box, WIDENING, pixels.width) };
  const views: readonly (readonly [EdgeText, Rendering])[] = [
    [line, 'smooth'],
    [line, 'stroke'],
    [wider, 'smooth'],
    [line, 'sharp'],
    [line, 'binary'],
  ];
  const place = placeOf(line.box, pixels);
  const readings: string[] = [];
  for (const [part, rendering] of views) {
    const reading = await ocr.readLine(lineImage(pixels, part, rendering));
    readings.push(comparableText(reading.text));
    const found = readMarkText(readings, place);
    if (found) {
      const mark = (found.form === 'sentence' ? readMarkText([surePart(reading)], place) : null) ?? found;
      const wholeLine = mark.form === 'mark' ? await readAround(pixels, line, place, ocr) : null;
      const heightFraction = (line.box.bottom - line.box.top) / Math.min(pixels.width, pixels.height);
      return { ...(wholeLine ?? mark), place, box: line.box, heightFraction, confidence: reading.confidence };
    }
    if (!readings.some(isPromising)) return null;
  }
  return null;
}

/** The sentence that a mark belongs to, or the mark with its vendor's name; null where neither is surely there. */
async function readAround(
  pixels: DecodedImage,
  line: EdgeText,
  place: MarkPlace,
  ocr: LineReader,
): Promise<MarkText | null> {
  let named: MarkText | null = null;
  for (const reach of [SENTENCE_WIDENING, WIDENING]) {
    const wider = { ...line, box: widened(line.box, reach, pixels.width) };
    const reading = await ocr.readLine(lineImage(pixels, wider, 'smooth'));
    const around = readMarkText([surePart(reading)], place);
    if (around?.form === 'sentence') return around;
    if (around?.vendor) named = around;
  }
  return named;
}

/**
 * What is surely text in a line: texture beside letters is read as letters too, with less confidence. A line with words of
 * a platform's notice is taken whole, since texture does not make those.
 */
function surePart({ text, words }: ReadLine): string {
  const whole = comparableText(text);
  if (hasNoticeWords(whole)) return whole;
  const sure = words.filter(({ confidence }) => confidence >= SURE_CONFIDENCE);
  return comparableText(sure.map((word) => word.text).join(''));
}

/** A patch of texture can break a line in two; the rest of it is beside it. */
function widened(box: PixelBox, heights: number, pictureWidth: number): PixelBox {
  const reach = Math.round(heights * (box.bottom - box.top));
  return { ...box, left: Math.max(0, box.left - reach), right: Math.min(pictureWidth, box.right + reach) };
}

/** From the nearest corner of the picture to that of the box, in steps: of two alike, the longer line is read first. */
function cornerSteps(box: PixelBox, { width, height }: DecodedImage): number {
  const distance = Math.hypot(Math.min(box.left, width - box.right), Math.min(box.top, height - box.bottom));
  return Math.round(distance / (CORNER_STEP * Math.min(width, height)));
}

function likelihood({ votes }: EdgeText): number {
  return Math.min(votes, MOST_VOTES);
}

function widthOf({ left, right }: PixelBox): number {
  return right - left;
}

function overlap(a: PixelBox, b: PixelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
