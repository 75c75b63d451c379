import type { Platform } from '../../platforms/platform.ts';
import type { IdOnPage } from '../choose-claim.ts';
import { valuesOf } from '../claim-fields.ts';
import { isWeak, type LabelDictionary, type LabelHit } from './find-labels.ts';
import type { PageOutline } from './page-outline.ts';

/** Ids without a distinctive form: letters, digits and hyphens with at least five digits. */
const GENERIC_ID = /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*\d(?:[A-Za-z-]*\d){4})[A-Za-z0-9][A-Za-z0-9-]{5,39}(?![A-Za-z0-9])/;

/** A value that is one word with a digit, beside a label that always means an id: Amazon's RMA ids have few digits. */
const LONE_ID = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9-]{7,39}$/;

/** Every claim and order id that stands beside or below a label; without a label, those of the platform's own form. */
export function idsOnPage(
  outline: PageOutline,
  dictionary: LabelDictionary,
  hits: readonly LabelHit[],
  platform: Platform,
): IdOnPage[] {
  const labelled = (['claimId', 'orderId'] as const).flatMap((field) => {
    const ofField = hits.filter((hit) => hit.field === field);
    const read = (found: readonly LabelHit[]) =>
      found.flatMap((hit) => idsOfLabel(outline, dictionary, hit, field, platform));
    const strong = read(ofField.filter((hit) => !isWeak(hit)));
    return strong.length > 0 ? strong : read(ofField.filter(isWeak));
  });
  return labelled.some(({ field }) => field === 'orderId') ? labelled : [...labelled, ...idsByForm(outline, platform)];
}

function idsOfLabel(
  outline: PageOutline,
  dictionary: LabelDictionary,
  hit: LabelHit,
  field: IdOnPage['field'],
  platform: Platform,
): IdOnPage[] {
  return valuesOf({ outline, dictionary }, hit).flatMap((value) => {
    const text = value.texts.join(' ');
    const lone = isWeak(hit) ? null : LONE_ID.exec(text);
    const id = (platform.idPatterns?.[field]?.exec(text) ?? GENERIC_ID.exec(text) ?? lone)?.[0];
    return id ? [{ field, id, hit, at: value.from }] : [];
  });
}

function idsByForm(outline: PageOutline, platform: Platform): IdOnPage[] {
  const pattern = platform.idPatterns?.orderId;
  if (!pattern) return [];
  return outline.tokens.flatMap((token, at) => {
    const id = token.kind === 'text' ? pattern.exec(token.text)?.[0] : undefined;
    const hit: LabelHit = {
      field: 'orderId',
      label: pattern.source,
      rank: 0,
      from: at,
      to: at + 1,
      inline: id ?? null,
    };
    return id ? [{ field: 'orderId' as const, id, hit, at }] : [];
  });
}
