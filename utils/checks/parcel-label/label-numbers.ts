import type { PageLine } from '../ocr-reader.ts';
import { findPhrase } from '../visible-mark/find-phrase.ts';
import { comparableNumber, isEverydayNumber, numberFormat } from './number-format.ts';

/** A number of the claim that a label may show. */
export interface KnownNumber {
  readonly kind: 'tracking' | 'order';
  readonly number: string;
}

export interface NumberOnLabel {
  readonly kind: KnownNumber['kind'];
  /** As read. */
  readonly number: string;
  /** The claim's number of the same form. */
  readonly known: string;
  readonly line: PageLine;
}

/**
 * What the numbers on a label say: one of them is the claim's, or may be it misread, or one of the same form is another,
 * or nothing.
 */
export type LabelReading =
  | { readonly says: 'match' | 'doubtful' | 'differs'; readonly found: NumberOnLabel }
  | { readonly says: 'nothing' };

/** Of the recogniser, for the line with the number; the line is read twice more before it counts. */
const CLEAR_CONFIDENCE = 60;
/** A recogniser confuses single digits: up to so many different characters may be the same number. */
export const DOUBTFUL_CHARACTERS = 2;
/** Words of a parcel's label or of a page about it: without one, a number of digits alone may be anything. */
const ABOUT_PARCEL =
  /[快速邮]递|速运|运单|面单|单号|快件|物流|收件|寄件|收方|寄方|顺丰|中通|圆通|申通|韵达|极兔|京东|邮政|德邦|EXPRES|TRACKING|WAYBILL|SHIP/i;
/** Numbers that begin with letters are a carrier's own. */
const CARRIER_LETTERS = /^[A-Z]{2}/;
const ABOUT_ORDER = /订单|ORDER/i;

/**
 * Compares the numbers in a picture's text with those of the claim. Numbers of another form than the claim's are left
 * alone, any match clears the whole picture, and so does a number that differs in so few characters that it may be
 * misread.
 */
export function compareLabelNumbers(lines: readonly PageLine[], known: readonly KnownNumber[]): LabelReading {
  const numbers = known.map((one) => ({ ...one, number: comparableNumber(one.number) }));
  for (const line of lines) {
    const near = numbers.find(({ number }) => isNear(comparableNumber(line.text), number));
    if (!near) continue;
    const found = { kind: near.kind, number: near.number, known: near.number, line };
    return { says: comparableNumber(line.text).includes(near.number) ? 'match' : 'doubtful', found };
  }
  const isAboutParcel = lines.some(({ text }) => ABOUT_PARCEL.test(text));
  for (const { kind, number: own } of numbers) {
    if (!isAboutParcel && !CARRIER_LETTERS.test(own)) continue;
    const found = differingNumber(lines, kind, own);
    if (found) return { says: 'differs', found };
  }
  return { says: 'nothing' };
}

/** Whether a text has the number, or something that may be the number misread. */
export function isNear(text: string, number: string): boolean {
  return findPhrase(text, number).distance <= DOUBTFUL_CHARACTERS;
}

function differingNumber(lines: readonly PageLine[], kind: KnownNumber['kind'], own: string): NumberOnLabel | null {
  const format = numberFormat(own);
  if (!format) return null;
  for (const [at, line] of lines.entries()) {
    if (line.confidence < CLEAR_CONFIDENCE) continue;
    // An order number stands beside its name; a parcel number stands alone under its bars.
    if (kind === 'order' && !ABOUT_ORDER.test(`${lines[at - 1]?.text ?? ''} ${line.text}`)) continue;
    const number = comparableNumber(line.text).match(format.pattern)?.[0];
    if (number && !isEverydayNumber(number)) return { kind, number, known: own, line };
  }
  return null;
}
