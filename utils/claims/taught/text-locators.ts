import { labelKey } from '../../platforms/label-key.ts';
import type { LabelDictionary } from '../find-labels.ts';
import type { PageOutline, TextToken } from '../page-outline.ts';
import { cellsBelow } from '../values-in-column.ts';
import { labelQuality } from './label-quality.ts';
import type { LabelPlace, Locator } from './site-rule.ts';
import { ancestorAt, climbTo, textBeyond, textsIn } from './token-places.ts';

/** A page and the labels that are known for its site. */
export interface TaughtPage {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
}

type LabelLocator = Extract<Locator, { by: 'label' }>;

/** A value's first text, the text itself, and the label that it stands at. */
export interface TextPlace {
  readonly at: number;
  readonly text: string;
}

/** How many texts before and after a value are looked at for its label. */
const TEXTS_TRIED = 3;
const MAX_CLIMB = 8;
/** Wrappers that a redesign may put between a label and its value. */
const MORE_WRAPPERS = 2;
const LABEL_IN_TEXT = /^(.{1,40}?)\s*[:：]\s*(?=\S)/;

/** The labels that lead to a text, nearest first: in the text, before it, above its column, after it. */
export function labelsOfText({ outline, dictionary }: TaughtPage, at: number): LabelLocator[] {
  const value = outline.tokens[at] as TextToken;
  const found: LabelLocator[] = [];
  const add = (token: TextToken, place: LabelPlace, skipped: number, climb: number): void => {
    const quality = labelQuality(token, dictionary);
    if (quality === 'never') return;
    const label = token.text.replace(/\s*[:：]\s*$/, '');
    found.push({ by: 'label', key: token.key, label, place, skipped, climb, nth: 0, isSure: quality === 'sure' });
  };
  const head = LABEL_IN_TEXT.exec(value.text)?.[1];
  if (head) add({ ...value, text: `${head}：`, key: labelKey(head) }, 'inside', 0, 0);
  for (const [place, step] of [['after', -1] as const, ['before', 1] as const]) {
    let index = textBeyond(outline, at, step);
    for (let skipped = 0; index !== null && skipped < TEXTS_TRIED; skipped++) {
      const token = outline.tokens[index] as TextToken;
      const climb = climbTo(outline, token.element, at, MAX_CLIMB);
      if (climb !== null) add(token, place, skipped, climb);
      index = textBeyond(outline, index, step);
    }
  }
  const isInTable = value.element.closest('td,[role="cell"],[role="gridcell"]') !== null;
  if (!isInTable && found.some(({ isSure }) => isSure)) return found;
  outline.tokens.forEach((token) => {
    if (token.kind !== 'text' || labelQuality(token, dictionary) === 'never' || !canHeadColumn(token.element)) return;
    const row = cellsBelow(outline, token.element, dictionary).findIndex((cell) => firstTextOf(outline, cell) === at);
    if (row >= 0) add(token, 'column', row, 0);
  });
  return found;
}

/** Every place that a label locator leads to, in reading order. */
export function textsAtLabel(page: TaughtPage, locator: LabelLocator, depth: number): TextPlace[] {
  return page.outline.tokens.flatMap((token, at) => {
    if (token.kind !== 'text') return [];
    const place = locator.place === 'inside' ? insideText(token, at, locator) : besideLabel(page, token, at, locator);
    if (place === null) return [];
    if (typeof place !== 'number') return [place];
    const label = page.outline.tokens[place] as TextToken;
    return labelQuality(label, page.dictionary) === 'sure'
      ? []
      : [{ at: place, text: textAround(page, place, depth, at) }];
  });
}

/** The text of the element so many levels above a value's first text, unless a label stands in it. */
export function textAround({ outline, dictionary }: TaughtPage, at: number, depth: number, label: number): string {
  const first = outline.tokens[at] as TextToken;
  const [from, to] = outline.rangeOf(ancestorAt(outline, first.element, depth));
  if (from !== at || (label >= from && label < to)) return first.text;
  const texts = textsIn(outline, [from, to]).map(({ token }) => token);
  const isMixed = texts.slice(1).some((token) => labelQuality(token, dictionary) === 'sure');
  return isMixed ? first.text : texts.map(({ text }) => text).join(' ');
}

function insideText(token: TextToken, at: number, { key }: LabelLocator): TextPlace | null {
  const match = LABEL_IN_TEXT.exec(token.text);
  return match?.[1] && labelKey(match[1]) === key ? { at, text: token.text.slice(match[0].length) } : null;
}

function besideLabel(page: TaughtPage, token: TextToken, at: number, locator: LabelLocator): number | null {
  const { outline, dictionary } = page;
  if (token.key !== locator.key) return null;
  if (locator.place === 'column') {
    const cell = cellsBelow(outline, token.element, dictionary)[locator.skipped];
    return cell ? firstTextOf(outline, cell) : null;
  }
  let index: number | null = at;
  for (let step = 0; index !== null && step <= locator.skipped; step++) {
    index = textBeyond(outline, index, locator.place === 'after' ? 1 : -1);
  }
  if (index === null) return null;
  return climbTo(outline, token.element, index, locator.climb + MORE_WRAPPERS) === null ? null : index;
}

function firstTextOf(outline: PageOutline, element: Element): number | null {
  return textsIn(outline, outline.rangeOf(element))[0]?.at ?? null;
}

/** Only labels in a table or grid can head a column; asking every text of a long page would take seconds. */
function canHeadColumn(element: Element): boolean {
  return element.closest('th,thead td,[role="columnheader"]') !== null || element.tagName === 'DIV';
}
