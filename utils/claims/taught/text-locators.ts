import { labelKey } from '../../platforms/label-key.ts';
import type { LabelDictionary } from '../page/find-labels.ts';
import type { PageOutline, TextToken } from '../page/page-outline.ts';
import { cellsBelow } from '../page/values-in-column.ts';
import { labelQuality } from './label-quality.ts';
import { hasEmptySlot, standsInRows } from './label-rows.ts';
import type { LabelPlace, Locator } from './site-rule.ts';
import { ancestorAt, climbTo, textBeyond, textsIn } from './token-places.ts';

/** A page and the labels that are known for its site. */
export interface TaughtPage {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
}

export type LabelLocator = Extract<Locator, { by: 'label' }>;

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

/**
 * The labels that lead to a text, best first: in the text, heading its column, and the nearest one in the smallest
 * element that holds a label and the text. Labels of other rows say nothing about this one.
 */
export function labelsOfText(page: TaughtPage, at: number): LabelLocator[] {
  const { outline, dictionary } = page;
  const value = outline.tokens[at] as TextToken;
  const head = LABEL_IN_TEXT.exec(value.text)?.[1];
  const inside = head && labelAt(page, { ...value, text: `${head}：`, key: labelKey(head) }, 'inside', 0, 0);
  if (inside) return [inside];
  const beside = labelBeside(page, at);
  const isInTable = value.element.closest('td,[role="cell"],[role="gridcell"]') !== null;
  if (!isInTable && beside?.isSure) return [beside];
  const above = outline.tokens.flatMap((token) => {
    if (token.kind !== 'text' || labelQuality(token, dictionary) === 'never' || !canHeadColumn(token.element))
      return [];
    const row = cellsBelow(outline, token.element, dictionary).findIndex((cell) => firstTextOf(outline, cell) === at);
    const label = row < 0 ? null : labelAt(page, token, 'column', row, 0);
    // What heads a column is a label, whatever it says.
    return label ? [{ ...label, isSure: true }] : [];
  });
  return beside ? [...above, beside] : above;
}

/** The label in the smallest element that holds one and the text: before the text where there is one, else after it. */
function labelBeside(page: TaughtPage, at: number): LabelLocator | null {
  const { outline, dictionary } = page;
  const value = outline.tokens[at] as TextToken;
  let box: Element | null = value.element;
  for (let level = 0; box && level <= MAX_CLIMB; level++, box = outline.parentOf(box)) {
    const range = outline.rangeOf(box);
    const found = [
      ...labelsTowards(page, at, range, -1).map((label) => ({ ...label, place: 'after' as const })),
      ...labelsTowards(page, at, range, 1).map((label) => ({ ...label, place: 'before' as const })),
    ];
    for (const place of ['after', 'before'] as const) {
      const ofPlace = found.filter((label) => label.place === place);
      const best = ofPlace.find(({ token }) => labelQuality(token, dictionary) === 'sure') ?? ofPlace[0];
      const climb = best && climbTo(outline, best.token.element, at, MAX_CLIMB);
      const label = best && typeof climb === 'number' && labelAt(page, best.token, place, best.skipped, climb);
      if (!label) continue;
      return {
        ...label,
        isSure: label.isSure || standsInRows(outline, dictionary, box, best.token.element, value.element),
      };
    }
  }
  return null;
}

/** Texts in one direction within an element that are or may be labels, nearest first. */
function labelsTowards(
  { outline, dictionary }: TaughtPage,
  at: number,
  [from, to]: readonly [number, number],
  step: 1 | -1,
): { token: TextToken; skipped: number }[] {
  const found: { token: TextToken; skipped: number }[] = [];
  let index = textBeyond(outline, at, step);
  for (let skipped = 0; index !== null && index >= from && index < to && skipped < TEXTS_TRIED; skipped++) {
    const token = outline.tokens[index] as TextToken;
    if (labelQuality(token, dictionary) !== 'never') found.push({ token, skipped });
    index = textBeyond(outline, index, step);
  }
  return found;
}

function labelAt(
  { dictionary }: TaughtPage,
  token: TextToken,
  place: LabelPlace,
  skipped: number,
  climb: number,
): LabelLocator | null {
  const quality = labelQuality(token, dictionary);
  if (quality === 'never') return null;
  const label = token.text.replace(/\s*[:：]\s*$/, '');
  return { by: 'label', key: token.key, label, place, skipped, climb, nth: 0, isSure: quality === 'sure' };
}

/** Whether a page has the label of a locator anywhere. */
export function hasLabel({ outline }: TaughtPage, { key, place }: LabelLocator): boolean {
  return outline.tokens.some((token) => {
    if (token.kind !== 'text') return false;
    const head = place === 'inside' ? LABEL_IN_TEXT.exec(token.text)?.[1] : undefined;
    return token.key === key || (head !== undefined && labelKey(head) === key);
  });
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
  if (index === null || (locator.place === 'after' && hasEmptySlot(outline, token.element, index))) return null;
  return climbTo(outline, token.element, index, locator.climb + MORE_WRAPPERS) === null ? null : index;
}

function firstTextOf(outline: PageOutline, element: Element): number | null {
  return textsIn(outline, outline.rangeOf(element))[0]?.at ?? null;
}

/** Only labels in a table or grid can head a column; asking every text of a long page would take seconds. */
function canHeadColumn(element: Element): boolean {
  return element.closest('th,thead td,[role="columnheader"]') !== null || element.tagName === 'DIV';
}
