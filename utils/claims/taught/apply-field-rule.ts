import { elementAtPath, elementsMatching } from './element-locators.ts';
import type { FieldRule, Locator, TaughtTextField } from './site-rule.ts';
import { taughtValue } from './taught-value.ts';
import { hasLabel, type TaughtPage, type TextPlace, textAround, textsAtLabel } from './text-locators.ts';
import { textsIn } from './token-places.ts';

/** A value that a rule led to. */
export interface TaughtText {
  readonly value: string;
  /** The value's first token. */
  readonly at: number;
  readonly locator: Locator;
}

/** The value of a taught field in a page; null where no way of the rule leads to one. */
export function applyFieldRule(page: TaughtPage, rule: FieldRule, field: TaughtTextField): TaughtText | null {
  return findTexts(page, rule, field)[0] ?? null;
}

/** What each way of a rule leads to, best first; ways that lead to no value are left out. */
export function findTexts(page: TaughtPage, rule: FieldRule, field: TaughtTextField): TaughtText[] {
  const found: TaughtText[] = [];
  for (const locator of rule.locators) {
    const values = placesOf(page, locator, rule.depth).flatMap(({ at, text }) => {
      const value = taughtValue(field, text);
      return value === null ? [] : [{ value, at, locator }];
    });
    const nth = locator.by === 'label' ? locator.nth : 0;
    // With one place left there is no doubt which one was meant; with several, the counted one is.
    const meant = values[nth] ?? (values.length === 1 ? values[0] : undefined);
    if (meant) found.push(meant);
    // The label stands there without a value: the claim has none, and another way would find something else.
    else if (locator.by === 'label' && locator.isSure && hasLabel(page, locator)) break;
  }
  return found;
}

function placesOf(page: TaughtPage, locator: Locator, depth: number): TextPlace[] {
  if (locator.by === 'label') return textsAtLabel(page, locator, depth);
  const element = locator.by === 'path' ? elementAtPath(page.outline, locator.steps) : soleElement(page, locator.css);
  const first = element && textsIn(page.outline, page.outline.rangeOf(element))[0];
  return first ? [{ at: first.at, text: textAround(page, first.at, depth, -1) }] : [];
}

/** A name that is no longer the only one names nothing. */
function soleElement({ outline }: TaughtPage, css: string): Element | null {
  const elements = elementsMatching(outline, css);
  return elements.length === 1 ? (elements[0] ?? null) : null;
}
