// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { PageOutline } from '../../../../utils/claims/page/page-outline.ts';
import { readClaim } from '../../../../utils/claims/read-claim.ts';
import pinduoduo from '../../../../utils/platforms/pinduoduo.ts';

const visits = vi.hoisted(() => ({ count: 0 }));

/** The outline as it is, with every look at a text, a picture or an element counted. */
vi.mock('../../../../utils/claims/page/page-outline.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../../utils/claims/page/page-outline.ts')>();
  const counted = (outline: PageOutline): PageOutline => ({
    tokens: new Proxy(outline.tokens, {
      get(tokens, key) {
        visits.count++;
        return Reflect.get(tokens, key);
      },
    }),
    rangeOf(element) {
      visits.count++;
      return outline.rangeOf(element);
    },
    parentOf(element) {
      visits.count++;
      return outline.parentOf(element);
    },
  });
  return {
    ...original,
    outlinePage: (...page: Parameters<typeof original.outlinePage>) => counted(original.outlinePage(...page)),
  };
});

const URL_OF_PAGE = new URL(
  'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345',
);
const FIELDS = [
  ['售后编号', '182930471002'],
  ['订单编号', '261118-123456789012345'],
  ['退款金额', '¥12.90'],
  ['申请原因', '商品破损'],
]
  .map(([label, value]) => `<div><span>${label}</span><span>${value}</span></div>`)
  .join('');
const many = (count: number, html: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => html(index)).join('');
const picture = (index: number) => `<img src="https://img.pddpic.com/a/${index}.jpeg">`;

const PAGES: Readonly<Record<string, (count: number) => string>> = {
  'pictures and nothing else': (count) => `<main>${FIELDS}</main><div>${many(count, picture)}</div>`,
  'pictures as evidence': (count) => `<main>${FIELDS}<div><h3>凭证</h3><div>${many(count, picture)}</div></div></main>`,
  'pictures with a name below': (count) =>
    `<main>${FIELDS}</main><ul>${many(count, (index) => `<li>${picture(index)}<p>手绘马克杯</p></li>`)}</ul>`,
  'a record of both sides': (count) =>
    `<main>${FIELDS}</main><h3>协商记录</h3>${many(count / 2, (index) => `<div class="e"><b>${index % 2 ? '商家' : '买家'}</b><p>看图</p>${picture(2 * index)}${picture(2 * index + 1)}</div>`)}`,
  'a heading for each picture': (count) =>
    `<main>${FIELDS}</main>${many(count, (index) => `<section><h4>图片</h4>${picture(index)}</section>`)}`,
};

function visitsOn(html: string): number {
  document.documentElement.innerHTML = `<body>${html}</body>`;
  visits.count = 0;
  readClaim(document, URL_OF_PAGE, pinduoduo, new Date('2026-11-20T10:00:00+08:00'));
  return visits.count;
}

/** In parts of a hundred: the DOM of this test takes ever longer to find the neighbours of one among thousands. */
const inParts = (count: number, page: (count: number) => string): string =>
  `<main>${FIELDS}</main>${many(count / 100, () => `<div>${page(100).replace(`<main>${FIELDS}</main>`, '')}</div>`)}`;

/** Twice as many, and what halving takes. */
const MAX_GROWTH = 2.2;

function growth(page: (count: number) => string, count: number): number {
  const small = visitsOn(page(count));
  expect(small).toBeGreaterThan(count);
  return visitsOn(page(2 * count)) / small;
}

test.each(Object.entries(PAGES))('a page with twice the pictures takes twice the steps: %s', (_, page) => {
  expect(growth(page, 400)).toBeLessThan(MAX_GROWTH);
});

test('and so does one with forty thousand', () => {
  const page = PAGES['pictures and nothing else'] as (count: number) => string;
  expect(growth((count) => inParts(count, page), 20_000)).toBeLessThan(MAX_GROWTH);
}, 300_000);
