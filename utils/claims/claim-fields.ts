import type { LabelledField } from '../platforms/labels.ts';
import type { PlatformRegion } from '../platforms/platform.ts';
import { type ClaimScope, isInScope } from './choose-claim.ts';
import type { FieldSource, Money } from './claim.ts';
import { certaintyOf, isWeak, type LabelDictionary, type LabelHit } from './page/find-labels.ts';
import type { PageOutline, Token } from './page/page-outline.ts';
import { type LabelValue, valueAboveLabel, valueInCard, valueOfLabel } from './page/value-of-label.ts';
import { valuesInColumn } from './page/values-in-column.ts';
import { isRepeated } from './picture-role.ts';
import { parseDurationSeconds } from './values/parse-duration.ts';
import { parseMoney } from './values/parse-money.ts';
import { isoInZone, parseTime } from './values/parse-time.ts';

/** A field read beside a label. */
export interface LabelledValue<T> {
  readonly value: T;
  readonly source: FieldSource;
  /** The value's first token. */
  readonly at: number;
}

/** Everything that reading a labelled field needs. */
export interface FieldReader {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
  readonly hits: readonly LabelHit[];
  readonly scope: ClaimScope;
}

const MAX_LINE_LENGTH = 200;
const MAX_DESCRIPTION_LENGTH = 2_000;
const NO_VALUE = /^[-—–/\s]*$|^(无|暂无|未填写|n\/a|none)$/i;

/**
 * The best reading of a field: strong labels before weak ones, then the one nearest to the claim's id in the tree,
 * then the label that comes first in the dictionary, then reading order.
 */
export function readField<T>(
  reader: FieldReader,
  field: LabelledField,
  parse: (value: LabelValue) => T | null,
): LabelledValue<T> | null {
  const readings = reader.hits
    .filter((hit) => hit.field === field)
    .flatMap((hit) => valuesOf(reader, hit).map((value) => ({ hit, value })))
    .filter(({ value }) => isInScope(reader.scope, value.from))
    .flatMap(({ hit, value }) => {
      const parsed = parse(value);
      return parsed === null ? [] : [{ hit, value, parsed, depth: depthShared(reader, value.from) }];
    });
  const best = readings.sort(
    (a, b) =>
      certaintyOf(a.hit) - certaintyOf(b.hit) ||
      b.depth - a.depth ||
      a.hit.rank - b.hit.rank ||
      a.value.from - b.value.from,
  )[0];
  return best ? { value: best.parsed, source: { via: 'label', hint: best.hit.label }, at: best.value.from } : null;
}

/** A list asks for the same column once a row. */
const knownValues = new WeakMap<LabelHit, LabelValue[]>();

/** Every value that a label leads to: one beside it, or one per row below it. */
export function valuesOf(reader: Pick<FieldReader, 'outline' | 'dictionary'>, hit: LabelHit): LabelValue[] {
  const values = knownValues.get(hit) ?? findValues(reader, hit);
  knownValues.set(hit, values);
  return values;
}

function findValues(reader: Pick<FieldReader, 'outline' | 'dictionary'>, hit: LabelHit): LabelValue[] {
  const column = hit.inline === null ? valuesInColumn(reader.outline, hit, reader.dictionary) : [];
  if (column.length > 0) return column;
  const inCard = hit.inline === null ? valueInCard(reader.outline, hit, reader.dictionary) : null;
  if (inCard) return [inCard];
  const beside = valueOfLabel(reader.outline, hit, reader.dictionary);
  return beside ? [beside] : [];
}

/** The amount, also where it stands above its label. */
export function readAmount(reader: FieldReader, currency: string): LabelledValue<Money> | null {
  const parse = (text: string, from: number) =>
    parseMoney(text, currencyHere(text, (reader.outline.tokens[from] as Token).element, currency));
  const above = amountAbove(reader, parse);
  if (above?.isInCard) return above;
  return readField(reader, 'amount', (value) => parse(withTail(value), value.from)) ?? above;
}

/** On a page in Japanese `¥` is the yen, unless the seller center is one that counts in yuan. */
function currencyHere(text: string, { ownerDocument }: Element, currency: string): string {
  const isYen = /[¥￥]/.test(text) && currency !== 'CNY' && /^ja\b/i.test(ownerDocument.documentElement.lang);
  return isYen ? 'JPY' : currency;
}

/** An amount above its label; `isInCard` where the two are one of several such cards, whose neighbour has another. */
function amountAbove(
  reader: FieldReader,
  parse: (text: string, from: number) => Money | null,
): (LabelledValue<Money> & { isInCard: boolean }) | null {
  for (const hit of reader.hits.filter(({ field, from }) => field === 'amount' && isInScope(reader.scope, from))) {
    if (isWeak(hit)) continue;
    const value = valueAboveLabel(reader.outline, hit);
    const money = value && parse(value.texts.join(''), value.from);
    const card = value && reader.outline.parentOf((reader.outline.tokens[value.from] as Token).element);
    if (value && money) {
      const isInCard = card !== null && isRepeated(card);
      return { value: money, source: { via: 'label', hint: hit.label }, at: value.from, isInCard };
    }
  }
  return null;
}

/** One line of text, such as the reason. */
export function readLine(reader: FieldReader, field: LabelledField): LabelledValue<string> | null {
  return readField(reader, field, ({ texts }) => textOf(texts, MAX_LINE_LENGTH));
}

/** The buyer's own words. */
export function readDescription(reader: FieldReader): LabelledValue<string> | null {
  return readField(reader, 'description', ({ texts }) => textOf(texts, MAX_DESCRIPTION_LENGTH));
}

/** A point in time. */
export function readTime(
  reader: FieldReader,
  field: LabelledField,
  region: PlatformRegion,
  now: Date,
): LabelledValue<string> | null {
  return readField(reader, field, (value) =>
    parseTime([...value.texts, ...value.tail.slice(0, 1)].join(' '), region.timeZone, now),
  );
}

/** The time until which the seller can answer: a date, or a countdown that runs from `now`. */
export function readDeadline(reader: FieldReader, region: PlatformRegion, now: Date): LabelledValue<string> | null {
  const fromText = (text: string) => {
    const time = parseTime(text, region.timeZone, now);
    const seconds = time === null ? parseDurationSeconds(text) : null;
    return seconds === null ? time : isoInZone(new Date(now.getTime() + seconds * 1000), region.timeZone);
  };
  const labelled = readField(reader, 'deadline', (value) => fromText([...value.texts, ...value.tail].join('')));
  if (labelled) return labelled;
  const { tokens } = reader.outline;
  for (let index = reader.scope.from; index < reader.scope.to; index++) {
    const token = tokens[index];
    if (token?.kind !== 'text' || !isInScope(reader.scope, index)) continue;
    // A countdown is often one element per figure: read on from where it begins.
    if (!/还剩|剩余|后自动|超时.{0,6}自动|将自动|left to|remaining/i.test(token.text)) continue;
    const around = tokens
      .slice(Math.max(0, index - 1), index + 10)
      .flatMap((near) => (near.kind === 'text' ? [near.text] : []));
    const deadline = fromText(token.text) ?? fromText(around.join(''));
    if (deadline) return { value: deadline, source: { via: 'label', hint: token.text.slice(0, 20) }, at: index };
  }
  return null;
}

/** A parcel number within the value: letters and at least eight digits. */
export function readTracking(
  reader: FieldReader,
  field: 'forwardTracking' | 'returnTracking',
): LabelledValue<string> | null {
  const labelled = readField(reader, field, (value) => {
    if (field === 'forwardTracking' && isAboutReturn(reader.outline, value.from)) return null;
    return parcelNumberIn([...value.texts, ...value.tail.slice(0, 2)].join(' '));
  });
  return labelled ?? parcelOfCarrier(reader, field);
}

/** A parcel's way back; not what the claim asks for, such as 退货退款. */
const RETURN = /退货(?!退款|原因|款)|退回|寄回|return(?!\s*(?:&|and|\/)?\s*(?:refund|reason|id|type|request))/i;

/** Words of a text that says who carries a parcel. */
const CARRIER =
  /快递|快運|快运|速运|速遞|速递|物流|邮政|运单|express|logistics|tracking|\b(?:EMS|UPS|USPS|FedEx|DHL|GLS|DPD|TNT|JNE|J&T|SPX)\b/i;

/** `韵达快递：463621187750913`: a parcel beside its carrier's name, of the way that the words around it say. */
function parcelOfCarrier(
  reader: FieldReader,
  field: 'forwardTracking' | 'returnTracking',
): LabelledValue<string> | null {
  const { outline, scope } = reader;
  for (let at = scope.from; at < scope.to; at++) {
    const token = outline.tokens[at];
    if (token?.kind !== 'text' || token.text.length > 80 || !isInScope(scope, at)) continue;
    const carrier = CARRIER.exec(token.text)?.[0];
    const number = carrier ? parcelNumberIn(token.text) : null;
    const isReturn = RETURN.test(token.text) || (!/发货/.test(token.text) && isAboutReturn(outline, at));
    if (!carrier || !number || isReturn !== (field === 'returnTracking')) continue;
    return { value: number, source: { via: 'label', hint: carrier }, at };
  }
  return null;
}

/** Letters and at least eight digits in one word, such as `SF1389920017754` or `1Z999AA10123456784`. */
function parcelNumberIn(text: string): string | null {
  return /(?<![A-Z\d])(?=(?:[A-Z]*\d){8})[A-Z\d]{8,30}(?![A-Z\d])/i.exec(text)?.[0] ?? null;
}

/** Joins texts into one, or gives null for an empty or placeholder text and for one that is too long to be a value. */
export function textOf(texts: readonly string[], maxLength: number): string | null {
  const text = texts.join(' ').trim();
  return text.length === 0 || text.length > maxLength || NO_VALUE.test(text) ? null : text;
}

/** `¥` `12` `.90` in three elements: the texts after the value that only go on with its digits are part of it. */
function withTail(value: LabelValue): string {
  let text = value.texts.join('');
  for (const next of value.tail) {
    if (!/^\s*(?:[\d.,]+|[¥￥$€£元])\s*$/.test(next) || /\.\d\d$/.test(text)) break;
    text += next;
  }
  return text;
}

function isAboutReturn(outline: PageOutline, at: number): boolean {
  const before = outline.tokens.slice(Math.max(0, at - 5), at);
  return before.some((token) => token.kind === 'text' && RETURN.test(token.text) && token.text.length < 20);
}

/** Depth of the smallest element that holds both the token and one of the claim's ids. */
export function depthShared(reader: FieldReader, at: number): number {
  let element: Element | null = (reader.outline.tokens[at] as Token).element;
  const { anchors } = reader.scope;
  for (; element; element = reader.outline.parentOf(element)) {
    const [from, to] = reader.outline.rangeOf(element);
    if (anchors.some((anchor) => anchor >= from && anchor < to)) return depthOf(reader.outline, element);
  }
  return 0;
}

function depthOf(outline: PageOutline, element: Element): number {
  let depth = 0;
  for (let parent = outline.parentOf(element); parent; parent = outline.parentOf(parent)) depth++;
  return depth;
}
