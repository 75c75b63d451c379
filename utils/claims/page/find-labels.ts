import { labelKey } from '../../platforms/label-key.ts';
import { fieldOfWording } from '../../platforms/label-patterns.ts';
import { COMMON_LABELS, type LabelledField } from '../../platforms/labels.ts';
import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import type { Platform } from '../../platforms/platform.ts';
import { REGIONAL_LABELS } from '../../platforms/regional-labels.ts';
import type { PageOutline, TextToken } from './page-outline.ts';

/** A label of a field, found in the page. */
export interface LabelHit {
  readonly field: LabelledField;
  readonly label: string;
  /** 0 is the best: the platform's own labels, then the strong common ones, then the weak ones, then unlisted ones. */
  readonly rank: number;
  /** The label's tokens: from (inclusive), to (exclusive). */
  readonly from: number;
  readonly to: number;
  /** The value, where it stands in the same text as the label. */
  readonly inline: string | null;
}

interface KnownLabel {
  readonly field: LabelledField;
  readonly label: string;
  readonly rank: number;
}

export type LabelDictionary = ReadonlyMap<string, KnownLabel>;

const WEAK_RANK = 1000;
const UNLISTED_RANK = 2000;
/** Fields that show that a page sets only a space between label and value. */
const MIN_SPACED_LABELS = 2;
/** A label can be split over this many texts, as in `<span>退款</span><span>金额</span>`, down to one a character and a colon. */
const MAX_LABEL_TOKENS = 9;
/** Fields whose value can be told from a label without a colon between them. */
const TYPED_FIELDS = new Set<LabelledField>([
  'claimId',
  'orderId',
  'amount',
  'applyTime',
  'orderTime',
  'dispatchTime',
  'deliveryTime',
  'deadline',
]);

/** `申请原因 ········ 商品破损`: a line of dots or dashes that leads from a label to its value, as a colon does. */
const LEADER = /^([^\d:：.·…_-]{2,30}?)\s*(?:[.·․‧•∙_-]{4,}|…{2,}|—{2,})\s*(?=\S)/u;

/** Known labels, and those that nobody listed but that are worded as labels of a field are. */
class Labels extends Map<string, KnownLabel> {
  override get(key: string): KnownLabel | undefined {
    const known = super.get(key);
    if (known) return known;
    const field = fieldOfWording(key);
    return field ? { field, label: key, rank: UNLISTED_RANK } : undefined;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

/** The labels of a seller center: its own first, then the common ones. */
export function labelDictionary(platform: Platform): LabelDictionary {
  const known = new Labels();
  const listed = new Set<string>();
  const add = (field: LabelledField, labels: readonly string[] | undefined, rank: number) => {
    labels?.forEach((label, index) => {
      const key = labelKey(label);
      if (!listed.has(key)) known.set(key, { field, label, rank: rank + index });
      listed.add(key);
    });
  };
  const fields = Object.keys(COMMON_LABELS) as LabelledField[];
  for (const field of fields) if (isClaimField(field)) add(field, platform.labels[field], 0);
  for (const field of fields) add(field, COMMON_LABELS[field].strong, 100);
  for (const field of fields) add(field, REGIONAL_LABELS[field]?.strong, 500);
  for (const field of fields) add(field, COMMON_LABELS[field].weak, WEAK_RANK);
  for (const field of fields) add(field, REGIONAL_LABELS[field]?.weak, WEAK_RANK + 100);
  return known;
}

function isClaimField(field: LabelledField): field is Exclude<LabelledField, 'productSpec' | 'productId'> {
  return field !== 'productSpec' && field !== 'productId';
}

/** Whether a hit's label is also used for other things. */
export function isWeak(hit: LabelHit): boolean {
  return hit.rank >= WEAK_RANK;
}

/** 0 for a label that means its field wherever it stands, 1 for one with other uses, 2 for one that nobody listed. */
export function certaintyOf({ rank }: LabelHit): number {
  return rank < WEAK_RANK ? 0 : rank < UNLISTED_RANK ? 1 : 2;
}

/** Whether a text reads as a label of any kind: a known one, a heading of pictures, or a short text with a colon. */
export function isLabelLike(token: TextToken, dictionary: LabelDictionary): boolean {
  if (token.text.length > 60) return false;
  return (
    dictionary.has(token.key) ||
    /^.{1,14}[:：]$/.test(token.text) ||
    pictureLabelOf(token.key) !== null ||
    startsWithLabel(token, dictionary)
  );
}

function withoutLeader(text: string): string {
  return text.replace(LEADER, '$1：');
}

function startsWithLabel(token: TextToken, dictionary: LabelDictionary): boolean {
  const head = /^(.{1,30}?)\s*[:：]/.exec(withoutLeader(token.text))?.[1];
  return head !== undefined && dictionary.has(labelKey(head));
}

/** Every label in the page, in reading order. */
export function findLabels(outline: PageOutline, dictionary: LabelDictionary): LabelHit[] {
  const hits: LabelHit[] = [];
  const inText = inTextPattern(dictionary);
  outline.tokens.forEach((token, index) => {
    if (token.kind !== 'text' || token.key.length === 0) return;
    const whole = wholeLabel(outline, dictionary, index);
    if (whole) hits.push({ ...whole.known, from: index, to: whole.to, inline: null });
    else hits.push(...labelsWithin(token, index, inText, dictionary));
  });
  return [...hits, ...labelsBeforeSpace(outline, hits, dictionary)].sort((a, b) => a.from - b.from);
}

/**
 * `申请原因 商品破损`: on a page that sets a space between label and value in one text, as its ids and amounts show, so
 * are the labels of texts.
 */
function labelsBeforeSpace(outline: PageOutline, hits: readonly LabelHit[], dictionary: LabelDictionary): LabelHit[] {
  const spaced = hits.filter(({ from, inline, label }) => {
    const token = outline.tokens[from] as TextToken;
    return (
      inline !== null &&
      labelKey(token.text.slice(0, -inline.length)) === labelKey(label) &&
      /\s$/.test(token.text.slice(0, -inline.length)) &&
      !/[:：]/.test(token.text.slice(0, -inline.length))
    );
  });
  if (spaced.length < MIN_SPACED_LABELS) return [];
  const taken = new Set(hits.map(({ from }) => from));
  return outline.tokens.flatMap((token, from): LabelHit[] => {
    if (token.kind !== 'text' || taken.has(from) || token.text.length > 200) return [];
    for (let end = token.text.lastIndexOf(' '); end > 0; end = token.text.lastIndexOf(' ', end - 1)) {
      const known = dictionary.get(labelKey(token.text.slice(0, end)));
      const isMeant = known && (known.rank < WEAK_RANK || known.field === 'reason' || known.field === 'description');
      if (known && isMeant) return [{ ...known, from, to: from + 1, inline: token.text.slice(end + 1) }];
    }
    return [];
  });
}

/** A label that is the whole text of a token, or of an element that splits it over several. */
function wholeLabel(
  outline: PageOutline,
  dictionary: LabelDictionary,
  index: number,
): { known: KnownLabel; to: number } | null {
  const token = outline.tokens[index] as TextToken;
  const known = dictionary.get(token.key);
  if (known) return { known, to: index + 1 };
  const split = splitText(outline, index);
  const joined = split && dictionary.get(split.key);
  return joined ? { known: joined, to: split.to } : null;
}

/**
 * The text that an element splits over several, of which one token is the first: the form in which labels are compared, and
 * the token after its last. Null for any other token.
 */
export function splitText(outline: PageOutline, index: number): { readonly key: string; readonly to: number } | null {
  const token = outline.tokens[index] as TextToken;
  const parent = token.key.length > 8 ? null : outline.parentOf(token.element);
  if (!parent) return null;
  const [from, to] = outline.rangeOf(parent);
  if (from !== index || to - from > MAX_LABEL_TOKENS || to - from < 2) return null;
  const parts = outline.tokens.slice(from, to).map((part) => (part.kind === 'text' ? part.key : '\n'));
  return { key: parts.join(''), to };
}

/** Matches a known label before a colon, at the start of a text or after a separator. */
function inTextPattern(dictionary: LabelDictionary): RegExp {
  const labels = [...dictionary.values()].map((known) => known.label).sort((a, b) => b.length - a.length);
  const escaped = labels.map((label) => label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'));
  return new RegExp(`(^|[\\s,，;；|。(（【•·])(${escaped.join('|')})\\s*[:：]\\s*`, 'giu');
}

/** Labels with their values in one text: `订单编号：123 申请时间：…`, or `退款金额 ¥12.90`. */
function labelsWithin(token: TextToken, index: number, inText: RegExp, dictionary: LabelDictionary): LabelHit[] {
  const text = withoutLeader(token.text);
  // A pattern of all labels is slow, and most texts of a large page have no colon for it.
  const matches = /[:：]/.test(text) ? [...text.matchAll(inText)] : [];
  if (matches.length === 0)
    return [
      ...unlistedBeforeColon(text, index, dictionary),
      ...labelBeforeValue(token, index, dictionary),
      ...labelAtEnd(token, index, dictionary),
    ];
  return matches.flatMap((match, at) => {
    const known = dictionary.get(labelKey(match[2] ?? ''));
    if (!known) return [];
    const end = matches[at + 1]?.index ?? text.length;
    const isSentence = (matches[0]?.index ?? 0) > 0 || matches.length > 1;
    const value = text.slice(match.index + match[0].length, end).trim();
    const trimmed = isSentence ? value.replace(/[\s,，;；|。(（【•·]+$/u, '') : value;
    return [{ ...known, from: index, to: index + 1, inline: trimmed || null }];
  });
}

/** `诉求原因：商品破损`: an unlisted label and its value in one text. */
function unlistedBeforeColon(text: string, index: number, dictionary: LabelDictionary): LabelHit[] {
  const [, label = '', value = ''] = /^([^:：]{2,40}?)\s*[:：]\s*(\S.*)$/s.exec(text) ?? [];
  const known = label === '' ? undefined : dictionary.get(labelKey(label));
  return known && known.rank >= UNLISTED_RANK ? [{ ...known, from: index, to: index + 1, inline: value }] : [];
}

/** `退款金额 ¥12.90`, `订单编号 6912…`, `退款金额¥12.90`: a typed field's label and value without a colon. */
function labelBeforeValue(token: TextToken, index: number, dictionary: LabelDictionary): LabelHit[] {
  const match = /^([^\d¥￥$€£]{2,30}?)[\s]*((?:[A-Z]{0,3}[¥￥$€£₫฿₱]|[A-Z]{1,3}-?\d|R\$|Rp|RM|\d).*)$/u.exec(
    token.text,
  );
  const known = match?.[1] ? dictionary.get(labelKey(match[1])) : undefined;
  if (!known || !match?.[2] || !TYPED_FIELDS.has(known.field)) return [];
  return [{ ...known, from: index, to: index + 1, inline: match[2] }];
}

/** `买家申请仅退款，退款金额` before an element with the value. */
function labelAtEnd(token: TextToken, index: number, dictionary: LabelDictionary): LabelHit[] {
  const last = /[,，;；。\s]([^,，;；。]{2,20})$/u.exec(token.text)?.[1];
  const known = last ? dictionary.get(labelKey(last)) : undefined;
  return known && TYPED_FIELDS.has(known.field) ? [{ ...known, from: index, to: index + 1, inline: null }] : [];
}
