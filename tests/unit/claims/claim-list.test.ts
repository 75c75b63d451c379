// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ClaimRow, readClaimList } from '../../../utils/claims/claim-list.ts';
import { platformOf } from '../../../utils/platforms/platform-of.ts';

interface Expected {
  readonly url: string;
  readonly now: string;
  readonly received?: readonly unknown[];
  readonly rows: readonly Partial<ClaimRow>[];
}

const LISTS = 'tests/fixtures/lists';
const names = readdirSync(LISTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

function rowsOf(html: string, { url, now, received = [] }: Omit<Expected, 'rows'>): ClaimRow[] {
  (window as unknown as Window & { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.documentElement.innerHTML = html.replace(/^[\s\S]*?<html[^>]*>|<\/html>\s*$/g, '');
  const platform = platformOf(new URL(url));
  if (!platform) throw new Error(`No platform for ${url}`);
  return readClaimList(document, new URL(url), platform, new Date(now), { received });
}

test.each(names)('reads the rows of %s', (name) => {
  const expected = JSON.parse(readFileSync(join(LISTS, name.replace(/\.html$/, '.json')), 'utf8')) as Expected;
  const rows = rowsOf(readFileSync(join(LISTS, name), 'utf8'), expected);
  expect(rows).toHaveLength(expected.rows.length);
  expect(rows).toMatchObject(expected.rows);
});

const PDD_LIST = { url: 'https://mms.pinduoduo.com/aftersales/aftersale_list', now: '2026-11-20T10:00:00+08:00' };

test('an answer that shares no claim with the page adds no rows', () => {
  const earlier = { list: [1, 2].map((n) => ({ id: `99999999990${n}`, orderSn: `260101-12345678901230${n}` })) };
  const card = '<div>售后编号：182930471002</div><div>订单编号：261118-123456789012345</div><div>退款金额：¥1.00</div>';
  expect(rowsOf(`<body><div>${card}</div></body>`, { ...PDD_LIST, received: [earlier] })).toHaveLength(1);
});

test('a page of a claim is no list', () => {
  const url = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345';
  expect(rowsOf('<body>售后编号：182930471002</body>', { ...PDD_LIST, url })).toEqual([]);
});

test('a link to another claim is not taken for the row’s', () => {
  const card = (id: string, order: string, href: string) =>
    `<div class="c"><p>售后编号：${id}</p><p>订单编号：${order}</p><p>退款金额：¥1.00</p><a href="${href}">详情</a></div>`;
  const other = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=100000000001&orderSn=260101-123456789012300';
  const html = `<body>${card('182930471002', '261118-123456789012345', other)}${card('182930471003', '261118-123456789012346', 'https://example.com/aftersales-ssr/detail?id=182930471003')}</body>`;
  expect(rowsOf(html, PDD_LIST).map(({ linkSource }) => linkSource)).toEqual(['pattern', 'pattern']);
});
