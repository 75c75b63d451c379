// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { exportSiteRules, parseSiteRules } from '../../../../utils/claims/taught/parse-site-rules.ts';
import type { SiteRule } from '../../../../utils/claims/taught/site-rule.ts';
import { showPage, teach } from '../../../fixtures/taught-page.ts';

function makeRule(): SiteRule {
  showPage('erp-claim-a.html');
  return teach({ evidence: '.css-grid img', orderId: '.css-row1 span', listing: '.css-prod img' });
}

/** A file with one rule, of which a part is replaced. */
const fileWith = (changed: object) => exportSiteRules([{ ...makeRule(), ...changed } as SiteRule]);
const locatorsOf = (locator: object) =>
  fileWith({ fields: { buyer: { locators: [locator], depth: 0, taughtAt: '2026-11-21T10:00:00.000Z' } } });

it('reads what was exported', () => {
  const rule = makeRule();
  expect(parseSiteRules(exportSiteRules([rule]))).toEqual({ rules: [rule] });
});

describe('a file that is refused as a whole', () => {
  it.each([
    ['no JSON', () => '{', 'not-json'],
    ['something else', () => '{"a":1}', 'not-rules'],
    ['another version', () => exportSiteRules([]).replace('"version": 1', '"version": 2'), 'other-version'],
    ['no origin', () => fileWith({ origin: 'https://erp.test/path' }), 'broken-rule'],
    ['an origin of another scheme', () => fileWith({ origin: 'file://' }), 'broken-rule'],
    ['every host for pictures', () => fileWith({ imageHosts: ['https://*/*'] }), 'broken-rule'],
    ['a field that there is not', () => fileWith({ fields: { __proto__x: {} } }), 'broken-rule'],
    ['no field', () => fileWith({ fields: {} }), 'broken-rule'],
    ['a free selector', () => locatorsOf({ by: 'attribute', css: ':has(*:not(:has(*)))' }), 'broken-rule'],
    [
      'a place that there is not',
      () => locatorsOf({ by: 'label', key: '客户', label: '客户', place: 'above' }),
      'broken-rule',
    ],
    [
      'an endless count',
      () => locatorsOf({ by: 'path', steps: Array.from({ length: 99 }, () => 'div:1') }),
      'broken-rule',
    ],
  ])('%s', (_, file, reason) => {
    expect(parseSiteRules(file())).toMatchObject({ reason });
  });

  it('of too many characters or rules, and says so', () => {
    expect(parseSiteRules(' '.repeat(1_000_001))).toMatchObject({ reason: 'too-large' });
    const rule = makeRule();
    expect(parseSiteRules(exportSiteRules(Array.from({ length: 201 }, () => rule)))).toEqual({
      reason: 'too-large',
      place: '200',
    });
  });

  it('says which rule is broken', () => {
    const rule = makeRule();
    const file = exportSiteRules([rule, { ...rule, pages: 'no-slash' }]);
    expect(parseSiteRules(file)).toEqual({ reason: 'broken-rule', place: '2' });
  });
});
