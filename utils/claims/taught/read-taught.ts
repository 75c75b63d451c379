import type { IdOnPage } from '../choose-claim.ts';
import type { EvidenceItem, FieldSource, Money } from '../claim.ts';
import type { LabelledValue } from '../claim-fields.ts';
import type { LabelHit } from '../page/find-labels.ts';
import type { PictureToken } from '../page/page-outline.ts';
import { applyFieldRule } from './apply-field-rule.ts';
import { findPictures } from './picture-rule.ts';
import type { Locator, SiteRule, TaughtPictureField, TaughtTextField } from './site-rule.ts';
import { taughtMoney } from './taught-value.ts';
import type { TaughtPage } from './text-locators.ts';

/** What a site's rule reads on a page; a field that it does not lead to is absent. */
export interface TaughtReading {
  readonly claimId?: LabelledValue<string>;
  readonly orderId?: LabelledValue<string>;
  readonly amount?: LabelledValue<Money>;
  readonly buyer?: LabelledValue<string>;
  readonly reason?: LabelledValue<string>;
  /** Empty where the taught place is there and holds no pictures; absent where the place is gone. */
  readonly evidence?: readonly EvidenceItem[];
  /** Addresses of the seller's own pictures of the product. */
  readonly listing?: readonly string[];
}

export const NOTHING_TAUGHT: TaughtReading = {};

/** Reads every taught field of a page. */
export function readTaught(page: TaughtPage, rule: SiteRule): TaughtReading {
  const { amount, ...texts } = {
    claimId: textOf(page, rule, 'claimId'),
    orderId: textOf(page, rule, 'orderId'),
    amount: textOf(page, rule, 'amount'),
    buyer: textOf(page, rule, 'buyer'),
    reason: textOf(page, rule, 'reason'),
  };
  const money = amount && taughtMoney(amount.value, rule.currency);
  const evidence = picturesOf(page, rule, 'evidence');
  const listing = picturesOf(page, rule, 'listing')?.map(({ url }) => url) ?? null;
  return Object.fromEntries(
    Object.entries({
      ...texts,
      amount: amount && money ? { ...amount, value: money } : null,
      evidence,
      listing,
    }).filter(([, found]) => found !== null),
  );
}

/**
 * The ids of a page with the taught ones in place of those found by label: what the seller pointed at is the claim's.
 * Where an order number is taught and claim numbers of several claims are found, none of those is believed.
 */
export function withTaughtIds(found: readonly IdOnPage[], taught: TaughtReading): IdOnPage[] {
  const own = (['claimId', 'orderId'] as const).flatMap((field): IdOnPage[] => {
    const reading = taught[field];
    return reading ? [{ field, id: reading.value, hit: hitOf(field, reading), at: reading.at }] : [];
  });
  if (own.length === 0) return [...found];
  const others = found.filter(({ field }) => taught[field] === undefined);
  return new Set(others.map(({ id }) => id)).size > 1 ? own : [...own, ...others];
}

/** How a source names the place that led to a value. */
export function hintOf(locator: Locator): string {
  if (locator.by === 'label') return locator.label;
  return locator.by === 'attribute' ? locator.css : (locator.steps.at(-1) ?? '');
}

function textOf(page: TaughtPage, rule: SiteRule, field: TaughtTextField): LabelledValue<string> | null {
  const fieldRule = rule.fields[field];
  const found = fieldRule && applyFieldRule(page, fieldRule, field);
  return found ? { value: found.value, source: sourceOf(found.locator), at: found.at } : null;
}

function picturesOf(page: TaughtPage, rule: SiteRule, field: TaughtPictureField): EvidenceItem[] | null {
  const fieldRule = rule.fields[field];
  const found = fieldRule && findPictures(page, fieldRule);
  if (!found) return null;
  const source = sourceOf(found.locator);
  const items = found.at.map((at): EvidenceItem => {
    const { url, kind } = (page.outline.tokens[at] as PictureToken).picture;
    return { url, kind, role: fieldRule.pictures?.role ?? 'unknown', source };
  });
  return [...new Map(items.map((item) => [item.url, item])).values()];
}

function sourceOf(locator: Locator): FieldSource {
  return { via: 'taught', hint: hintOf(locator) };
}

function hitOf(field: IdOnPage['field'], { at, source, value }: LabelledValue<string>): LabelHit {
  return { field, label: source.hint, rank: 0, from: at, to: at + 1, inline: value };
}
