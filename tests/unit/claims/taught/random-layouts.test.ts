// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { applyFieldRule } from '../../../../utils/claims/taught/apply-field-rule.ts';
import { deriveFieldRule } from '../../../../utils/claims/taught/derive-field-rule.ts';
import { pictureGroupsAt } from '../../../../utils/claims/taught/picture-groups.ts';
import { derivePictureRule, findPictures } from '../../../../utils/claims/taught/picture-rule.ts';
import type { FieldRule, TaughtTextField } from '../../../../utils/claims/taught/site-rule.ts';
import type { TaughtPage } from '../../../../utils/claims/taught/text-locators.ts';
import { pageShown, showPage, TAUGHT_AT } from '../../../fixtures/taught-page.ts';
import { type RandomPage, randomPage } from '../random-page.ts';

const PAGE_COUNT = Number(process.env.REFUND_LENS_RANDOM_PAGES ?? 60);
const FIRST_SEED = Number(process.env.REFUND_LENS_FIRST_SEED ?? 1);
const FIELDS = ['orderId', 'claimId', 'amount', 'reason'] as const;

/** Words that no dictionary has, in place of those that the reader knows without being taught. */
const OWN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/订单编号|订单号|订单ID/g, '线上单'],
  [/售后编号|售后单号|退款编号|服务单号/g, '工单'],
  [/申请退款金额|退款金额|退款总额/g, '应退'],
  [/申请原因|售后原因|退款原因/g, '说法'],
];

const inOwnWords = (html: string) => OWN_WORDS.reduce((text, [known, own]) => text.replace(known, own), html);

/** Another claim in the same layout: its own values, class names of another build, and other pictures. */
function anotherClaim(page: RandomPage): RandomPage {
  const values: readonly (readonly [string, string])[] = [
    [page.claimId, '918273645546'],
    [page.orderId, '261231-987654321012345'],
    [page.amount, '7.35'],
    [page.reason, '颜色发错了'],
    ...page.evidence.map((url) => [url, url.replace('gaudit-image/2026-11-20/', 'gaudit-image/2026-12-31/x')] as const),
  ];
  const changed = values.reduce((html, [before, after]) => html.replaceAll(before, after), page.html);
  return {
    ...page,
    html: changed.replace(/\b([rlvhc])_[a-z0-9]{2,5}\b/g, '$1_k7q2x'),
    claimId: '918273645546',
    orderId: '261231-987654321012345',
    amount: '7.35',
    reason: '颜色发错了',
    evidence: page.evidence.map((url) => url.replace('gaudit-image/2026-11-20/', 'gaudit-image/2026-12-31/x')),
  };
}

/** The texts' elements that a seller would point at. */
function ruleFor(page: TaughtPage, field: TaughtTextField, value: string): FieldRule | null {
  const token = page.outline.tokens.find((each) => each.kind === 'text' && each.text.includes(value));
  return token ? deriveFieldRule(page, field, token.element, TAUGHT_AT) : null;
}

/** The addresses of pictures without what a page adds to make them small. */
function addressAt(page: TaughtPage, at: number): string {
  const token = page.outline.tokens[at];
  return token?.kind === 'picture' ? (token.picture.url.split('?', 1)[0] ?? '') : '';
}

/** The rule for the widest list that holds evidence alone, as a seller would choose it. */
function evidenceRule(page: TaughtPage, evidence: readonly string[]): FieldRule | null {
  const first = page.outline.tokens.findIndex((_, at) => evidence.includes(addressAt(page, at)));
  const group =
    first < 0
      ? undefined
      : pictureGroupsAt(page, first).findLast(({ at }) =>
          at.every((place) => evidence.includes(addressAt(page, place))),
        );
  return group ? derivePictureRule(page, 'evidence', group, TAUGHT_AT) : null;
}

test.each(Array.from({ length: PAGE_COUNT }, (_, index) => FIRST_SEED + index))(
  'what is taught in the layout of seed %i reads another claim in it, and nothing wrong',
  (seed) => {
    const taught = randomPage(seed);
    const other = anotherClaim(taught);
    showPage(`<body>${inOwnWords(taught.html)}</body>`);
    const page = pageShown();
    const rules = FIELDS.map((field) => [field, ruleFor(page, field, taught[field])] as const);
    const pictureRule = evidenceRule(page, taught.evidence);
    showPage(`<body>${inOwnWords(other.html)}</body>`);
    const next = pageShown();
    for (const [field, rule] of rules) {
      const value = rule && applyFieldRule(next, rule, field)?.value;
      expect(field === 'amount' ? value?.replace(/（.*|[^\d.]/g, '') : value, `${field} ${taught.recipe}`).toBe(
        other[field],
      );
    }
    const found = (pictureRule && findPictures(next, pictureRule)?.at) ?? [];
    expect(found.map((at) => addressAt(next, at)).sort(), `evidence ${taught.recipe}`).toEqual(
      [...other.evidence].sort(),
    );
  },
);
