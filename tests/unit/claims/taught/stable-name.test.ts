// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { isSiteRule } from '../../../../utils/claims/taught/parse-site-rules.ts';
import { stableSelectorsOf } from '../../../../utils/claims/taught/stable-name.ts';

function namesOf(html: string): string[] {
  document.body.innerHTML = html;
  return stableSelectorsOf(document.body.firstElementChild as Element);
}

it.each([
  ['<p data-testid="refund-reason"></p>', ['[data-testid="refund-reason"]']],
  ['<p class="orderNo_x8Kd2"></p>', ['[class*="orderNo_"]']],
  ['<p class="buyer-name"></p>', ['.buyer-name']],
  ['<p class="css-1a2b3c sc-bdVaJa x9_a"></p>', []],
  ['<p class="el-descriptions-item__content item row active"></p>', []],
  ['<p id="order-6912837465"></p>', []],
  ['<p id="r9k2x7"></p>', []],
])('%s is known by %j', (html, names) => {
  expect(namesOf(html)).toEqual(names);
});

it('gives only selectors that an imported rule may have', () => {
  for (const css of namesOf(
    '<p data-label="say &quot;hi&quot;" name="买家 昵称" class="orderNo_x8Kd2 buyer-name"></p>',
  )) {
    const rule = {
      version: 1,
      origin: 'https://erp.test',
      pages: '/a',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      imageHosts: [],
      updatedAt: '2026-11-21T10:00:00.000Z',
      fields: { buyer: { locators: [{ by: 'attribute', css }], depth: 0, taughtAt: '2026-11-21T10:00:00.000Z' } },
    };
    expect(isSiteRule(rule), css).toBe(true);
    expect(() => document.querySelector(css)).not.toThrow();
  }
});
