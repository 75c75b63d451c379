import { isLabelLike, type LabelDictionary, type LabelHit } from './find-labels.ts';
import type { PageOutline, TextToken, Token } from './page-outline.ts';

/** A value beside a label: its texts in order. */
export interface LabelValue {
  readonly texts: readonly string[];
  /** The text that follows the value up to the next label, for amounts split over several elements. */
  readonly tail: readonly string[];
  /** The value's first token. */
  readonly from: number;
}

/** How far a label's wrapper elements are climbed to find its value. */
const MAX_CLIMB = 6;
const MAX_VALUE_TOKENS = 60;
const ROW_TAGS = new Set(['TR', 'LI', 'DL', 'SECTION', 'ARTICLE', 'FORM', 'FIELDSET', 'MAIN', 'BODY']);
const VALUE_TAGS = new Set(['TD', 'DD', 'DIV', 'P', 'UL', 'SPAN', 'A']);

/**
 * The value that a label leads to: the rest of the same element, the next sibling of the label or of its wrapper, or
 * the next table cell. Null where the label stands alone, before another label, or above an empty value.
 */
export function valueOfLabel(outline: PageOutline, hit: LabelHit, dictionary: LabelDictionary): LabelValue | null {
  const label = outline.tokens[hit.from] as TextToken;
  if (hit.inline !== null) {
    const stop = nextLabel(outline.tokens, hit.to, outline.rangeOf(label.element)[1], dictionary);
    return { texts: [hit.inline], tail: textsBetween(outline.tokens, hit.to, stop), from: hit.from };
  }
  let box: Element = label.element;
  for (let climb = 0; climb <= MAX_CLIMB; climb++) {
    const next = firstTextAfter(outline, hit.to, outline.rangeOf(box)[1]);
    if (next !== null) return spanFrom(outline, box, next, dictionary);
    if (ROW_TAGS.has(box.tagName) || hasEmptyValue(outline, box, hit.to - 1)) return null;
    const parent = outline.parentOf(box);
    if (!parent) return null;
    box = parent;
  }
  return null;
}

/** The text before a label that stands below its value, as in figure cards; null unless the two are alone together. */
export function valueAboveLabel(outline: PageOutline, hit: LabelHit): LabelValue | null {
  let box: Element | null = (outline.tokens[hit.from] as TextToken).element;
  for (let climb = 0; box && climb < 3; climb++, box = outline.parentOf(box)) {
    const [from, to] = outline.rangeOf(box);
    if (from === hit.from) continue;
    // A large part before the label is no value.
    if (to !== hit.to || hit.from - from > MAX_VALUE_TOKENS) return null;
    const texts = textsBetween(outline.tokens, from, hit.from);
    return texts.length > 0 && texts.length <= 3 ? { texts, tail: [], from } : null;
  }
  return null;
}

/** Boxes of one kind in a row that make it certain that their labels stand below their values. */
const MIN_CARDS = 3;

/**
 * The value above a label where the page is made so: its box is one of several in a row that each begin with a value and
 * end with a known label, and none begins with one. Null elsewhere.
 */
export function valueInCard(outline: PageOutline, hit: LabelHit, dictionary: LabelDictionary): LabelValue | null {
  const above = valueAboveLabel(outline, hit);
  const row = above && cardRow(outline, hit);
  if (!row) return null;
  const cards = [...row.children].flatMap((card) => {
    const texts = outline.tokens.slice(...outline.rangeOf(card)).filter((token) => token.kind === 'text');
    return texts.length > 1 ? [[texts[0] as TextToken, texts.at(-1) as TextToken] as const] : [];
  });
  const endsWithLabel = cards.filter(([, last]) => dictionary.has(last.key));
  const beginsWithLabel = cards.some(([first]) => isLabelLike(first, dictionary));
  return endsWithLabel.length >= MIN_CARDS && !beginsWithLabel ? above : null;
}

/** What holds the box of a label that ends it. */
function cardRow(outline: PageOutline, hit: LabelHit): Element | null {
  let box: Element | null = (outline.tokens[hit.from] as TextToken).element;
  while (box && outline.rangeOf(box)[0] === hit.from) box = outline.parentOf(box);
  return box && outline.parentOf(box);
}

function spanFrom(outline: PageOutline, box: Element, next: number, dictionary: LabelDictionary): LabelValue | null {
  const { tokens } = outline;
  const boxEnd = outline.rangeOf(box)[1];
  const start = afterHints(outline, next, boxEnd);
  if (start !== next)
    return isLabelLike(tokens[start] as TextToken, dictionary) ? null : spanFrom(outline, box, start, dictionary);
  const first = tokens[next] as TextToken;
  if (isLabelLike(first, dictionary)) return null;
  const holder = childHolding(outline, box, first.element);
  const end = holder ? outline.rangeOf(holder)[1] : next + 1;
  const stop = Math.min(nextLabel(tokens, next + 1, boxEnd, dictionary), next + MAX_VALUE_TOKENS);
  return {
    texts: textsBetween(tokens, next, withoutControls(tokens, next, Math.min(end, stop))).map((text, at) =>
      at === 0 ? text.replace(/^[:：]\s*/, '') : text,
    ),
    tail: textsBetween(tokens, Math.min(end, stop), stop),
    from: next,
  };
}

/** `（含运费）` between a label and its value belongs to the label; alone, it is the value. */
function afterHints(outline: PageOutline, from: number, to: number): number {
  const isHint = (token: Token | undefined) => token?.kind === 'text' && /^[（(][^（()）]*[)）]$/.test(token.text);
  const next = isHint(outline.tokens[from]) ? firstTextAfter(outline, from + 1, to) : null;
  return next ?? from;
}

/** The child of `box` on the way down to `element`; null where `element` is `box` itself. */
export function childHolding(outline: PageOutline, box: Element, element: Element): Element | null {
  let child: Element | null = element;
  if (child === box) return null;
  while (child) {
    const parent = outline.parentOf(child);
    if (parent === box) return child;
    child = parent;
  }
  return null;
}

/** Whether an element that ends the label's branch is followed by an element that could hold a value and is empty. */
function hasEmptyValue(outline: PageOutline, box: Element, lastLabelToken: number): boolean {
  const branch = childHolding(outline, box, (outline.tokens[lastLabelToken] as Token).element);
  let sibling = branch?.nextElementSibling ?? null;
  for (; sibling; sibling = sibling.nextElementSibling) {
    if (VALUE_TAGS.has(sibling.tagName) && sibling.childElementCount === 0 && !sibling.textContent?.trim()) return true;
    if (outline.tokens.slice(...outline.rangeOf(sibling)).some((token) => token.kind === 'picture')) return true;
  }
  return false;
}

function firstTextAfter(outline: PageOutline, from: number, to: number): number | null {
  for (let index = from; index < to; index++) {
    const token = outline.tokens[index] as Token;
    if (token.kind === 'text' && token.key.length > 0) return index;
  }
  return null;
}

function nextLabel(tokens: readonly Token[], from: number, to: number, dictionary: LabelDictionary): number {
  for (let index = from; index < to; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'text' && isLabelLike(token, dictionary)) return index;
  }
  return to;
}

/** Where a value ends that a link or button of words stands behind, such as `查看说明`: they are no part of it. */
function withoutControls(tokens: readonly Token[], from: number, to: number): number {
  const isControl = (token: Token | undefined) =>
    token?.kind === 'text' && !/\d/.test(token.text) && token.element.closest('a,button,[role="button"]') !== null;
  let end = to;
  while (end > from + 1 && isControl(tokens[end - 1])) end--;
  return end;
}

function textsBetween(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, Math.max(from, to)).flatMap((token) => (token.kind === 'text' ? [token.text] : []));
}
