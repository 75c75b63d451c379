import type { PageOutline, TextToken } from '../page/page-outline.ts';
import { findTexts } from './apply-field-rule.ts';
import { namesOfElement, pathOfElement } from './element-locators.ts';
import { labelQuality } from './label-quality.ts';
import { standsInRows } from './label-rows.ts';
import type { FieldRule, Locator, TaughtTextField } from './site-rule.ts';
import { taughtValue } from './taught-value.ts';
import { labelsOfText, type TaughtPage, textAround, textsAtLabel } from './text-locators.ts';
import { ancestorAt, textsIn } from './token-places.ts';

const MAX_NAMES = 2;

/** A sign or name of a currency, or digits with their separators. */
const PART_OF_AMOUNT = /^\s*(?:[¥￥$€£₫฿₱元]|[A-Z]{1,3}\$?|[\d.,]+|[¥￥$€£]\s*[\d.,]+)\s*$/;

/**
 * How the text in an element is found again, on this page and on the page of another claim: by the labels around it,
 * by the names that developers gave its element, and, where no sure label stands at it, by its place in the tree. A
 * place in the tree beside a label that is gone would read some other field, so it is not kept then.
 * @returns null where the element holds no value of that field
 */
export function deriveFieldRule(
  page: TaughtPage,
  field: TaughtTextField,
  pointedAt: Element,
  taughtAt: string,
): FieldRule | null {
  const element = field === 'amount' ? wholeAmount(page.outline, pointedAt) : pointedAt;
  const at = valueIn(page, field, element);
  if (at === null) return null;
  const depth = depthOf(page.outline, at, element);
  const value = taughtValue(field, valueText(page, at, depth));
  if (value === null) return null;
  const leadsHere = (locator: Locator): boolean => {
    const first = findTexts(page, { locators: [locator], depth, taughtAt }, field)[0];
    return first?.at === at && first.value === value;
  };
  const labels = labelsOfText(page, at)
    .map((label): Locator => {
      const places = textsAtLabel(page, label, depth).filter(({ text }) => taughtValue(field, text) !== null);
      return {
        ...label,
        nth: Math.max(
          0,
          places.findIndex((place) => place.at === at),
        ),
      };
    })
    .filter(leadsHere);
  const box = ancestorAt(page.outline, (page.outline.tokens[at] as TextToken).element, depth);
  const names = namesOfElement(page.outline, box).filter(leadsHere).slice(0, MAX_NAMES);
  const sure = labels.filter(isSure);
  // A text that only may be a label may also be a value, such as a name: where there is better, it is not kept.
  const others = sure.length + names.length > 0 ? [] : labels;
  const path = sure.length === 0 ? [pathOfElement(page.outline, box)].filter(leadsHere) : [];
  const locators = [...sure, ...names, ...others, ...path];
  return locators.length > 0 ? { locators, depth, taughtAt } : null;
}

/** `¥` `128` `.50` in three elements: a click hits one of them, and means all that is written of the amount. */
function wholeAmount(outline: PageOutline, element: Element): Element {
  let whole = element;
  for (let parent = outline.parentOf(element); parent; parent = outline.parentOf(parent)) {
    if (!isOneAmount(textsOrSigns(outline, parent))) break;
    whole = parent;
  }
  return whole;
}

/** Whether texts are the pieces of a single amount: one sign, one whole number, and at most its decimals after it. */
function isOneAmount(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /\d/.test(text));
  const signs = texts.join('').match(/[¥￥$€£₫฿₱]/g) ?? [];
  return (
    texts.every((text) => PART_OF_AMOUNT.test(text)) &&
    signs.length <= 1 &&
    numbers.slice(1).every((text, at) => /^\s*[.,]/.test(text) || /[.,]\s*$/.test(numbers[at] ?? ''))
  );
}

/** The texts of an element, with those that are a sign alone. */
function textsOrSigns(outline: PageOutline, element: Element): string[] {
  return outline.tokens
    .slice(...outline.rangeOf(element))
    .flatMap((token) => (token.kind === 'text' ? [token.text] : ['picture']));
}

function isSure(locator: Locator): boolean {
  return locator.by === 'label' && locator.isSure;
}

/** The first text in an element that holds a value; the labels before it are passed over. */
function valueIn({ outline, dictionary }: TaughtPage, field: TaughtTextField, element: Element): number | null {
  const texts = textsIn(outline, outline.rangeOf(element));
  const [head, next] = texts;
  const isLabel = (token: TextToken) => labelQuality(token, dictionary) === 'sure';
  // A row that was pointed at as a whole begins with its label, as the rows beside it do.
  const isRow =
    head !== undefined &&
    next !== undefined &&
    labelQuality(head.token, dictionary) !== 'never' &&
    standsInRows(outline, dictionary, element, head.token.element, next.token.element);
  const candidates =
    texts.length > 1 ? texts.filter(({ token }) => !isLabel(token) && !(isRow && token === head?.token)) : texts;
  // An amount in three elements begins with its sign, which alone is no value.
  const first = candidates[0];
  if (first && taughtValue(field, candidates.map(({ token }) => token.text).join(' ')) !== null && field === 'amount')
    return first.at;
  return candidates.find(({ token }) => taughtValue(field, token.text) !== null)?.at ?? null;
}

/** Levels from a value up to the largest element within the one pointed at that begins with it. */
function depthOf(outline: PageOutline, at: number, element: Element): number {
  const [from, to] = outline.rangeOf(element);
  let box = (outline.tokens[at] as TextToken).element;
  for (let depth = 0; ; depth++) {
    const parent = outline.parentOf(box);
    if (!parent || box === element) return depth;
    const [start, end] = outline.rangeOf(parent);
    if (start !== at || start < from || end > to) return depth;
    box = parent;
  }
}

/** The text as it will be read again: without the label that may stand in the same text. */
function valueText(page: TaughtPage, at: number, depth: number): string {
  const text = textAround(page, at, depth, -1);
  const inside = labelsOfText(page, at).find(({ place }) => place === 'inside');
  return (inside && textsAtLabel(page, inside, depth).find((place) => place.at === at)?.text) ?? text;
}
