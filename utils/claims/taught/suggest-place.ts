import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import { valuesOf } from '../claim-fields.ts';
import { findLabels, isWeak } from '../page/find-labels.ts';
import type { PictureToken, TextToken } from '../page/page-outline.ts';
import { isNeverEvidence } from '../page/picture-exclusions.ts';
import { likelyGroup, pictureGroupsAt } from './picture-groups.ts';
import { isPictureField, type TaughtField } from './site-rule.ts';
import { taughtValue } from './taught-value.ts';
import type { TaughtPage } from './text-locators.ts';
import { picturesIn } from './token-places.ts';

/**
 * Where a field probably stands, to begin the search there: the place that common labels lead to, and for pictures the
 * ones below a heading of evidence, or the largest list. Null where the page gives no hint. The seller decides.
 */
export function suggestPlace(page: TaughtPage, field: TaughtField): Element | null {
  if (field === 'evidence') return suggestPictures(page);
  if (field === 'listing') return null;
  const hits = findLabels(page.outline, page.dictionary).filter((hit) => hit.field === field);
  for (const hit of hits.sort((a, b) => Number(isWeak(a)) - Number(isWeak(b)) || a.rank - b.rank)) {
    const value = valuesOf(page, hit).find(({ texts }) => taughtValue(field, texts.join(' ')) !== null);
    if (value) return (page.outline.tokens[value.from] as TextToken).element;
  }
  return null;
}

function suggestPictures(page: TaughtPage): Element | null {
  const { outline } = page;
  const pictures = picturesIn(outline, [0, outline.tokens.length]).filter(
    ({ token }) => !isNeverEvidence(outline, token),
  );
  const heading = outline.tokens.findIndex(
    (token) => token.kind === 'text' && pictureLabelOf(token.key)?.kind === 'evidence',
  );
  const below = heading < 0 ? undefined : pictures.find(({ at }) => at > heading);
  if (below) return below.token.element;
  const sizes = pictures.map(({ at, token }) => ({
    element: token.element,
    size: likelyGroup(page, pictureGroupsAt(page, at))?.at.length ?? 0,
  }));
  return sizes.sort((a, b) => b.size - a.size)[0]?.element ?? null;
}

/** Whether a token can hold a field at all, so that a search by keyboard stops at fewer places. */
export function canHold(field: TaughtField, token: TextToken | PictureToken): boolean {
  if (isPictureField(field)) return token.kind === 'picture';
  return token.kind === 'text' && token.key !== '' && taughtValue(field, token.text) !== null;
}
