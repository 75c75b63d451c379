import type { FieldRule, Locator } from '../../utils/claims/taught/site-rule.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import type { Text } from '../../utils/text/text.ts';

const MAX_LABEL_CHARACTERS = 40;

/** Where a field is looked for, in words: its first way, and how many others there are. */
export function ruleWords(text: Text, rule: FieldRule): string {
  const [first, ...others] = rule.locators;
  if (!first) return '';
  const words = locatorWords(text, first, rule.pictures !== undefined);
  return others.length > 0 ? text.t('taught.withOthers', { words, count: others.length }) : words;
}

function locatorWords(text: Text, locator: Locator, isPictures: boolean): string {
  if (locator.by === 'path') return text.t('taught.byPath');
  if (locator.by === 'attribute')
    return text.t('taught.byName', { name: plainLine(locator.css, MAX_LABEL_CHARACTERS) });
  const label = plainLine(locator.label, MAX_LABEL_CHARACTERS);
  return text.t(isPictures ? 'taught.below' : `taught.place.${locator.place}`, { label });
}
