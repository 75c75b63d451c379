import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const DETAIL = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345';
const PAGE = 'tests/fixtures/pages/pinduoduo/detail-ssr.html';

function readClaim(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'scripts/read-claim.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { printed: stdout === '' ? null : JSON.parse(stdout), stderr, status };
}

it('prints the claim of a saved page, with where each field came from and what is missing', () => {
  const { printed, status } = readClaim('--url', DETAIL, '--page', PAGE);
  expect(status).toBe(0);
  expect(printed).toMatchObject({
    ready: true,
    claimId: '182930471002',
    orderId: '261118-123456789012345',
    amount: { value: '12.90', currency: 'CNY' },
    fieldSources: { amount: { via: 'label', hint: '退款金额' } },
    missing: expect.any(Array),
  });
  expect(printed.evidence).toHaveLength(3);
});

it('prints why a page has no claim, and ends well', () => {
  const other = readClaim('--url', DETAIL.replace('182930471002', '182930479999'), '--page', PAGE);
  expect(other.printed).toMatchObject({ ready: false, reason: 'page-not-ready', params: { found: '182930471002' } });
  expect(other.status).toBe(0);
  const elsewhere = readClaim('--url', 'https://shop.example/refund/1', '--page', PAGE);
  expect(elsewhere.printed).toEqual({ ready: false, reason: 'not-a-claim-page', params: {} });
  expect(elsewhere.status).toBe(0);
});

it('prints the rows of a list', () => {
  const url = 'https://myseller.taobao.com/home.htm/trade-platform/refund-list';
  const { printed } = readClaim('--url', url, '--page', 'tests/fixtures/lists/taobao/grouped-table.html');
  expect(printed).toMatchObject({ ready: false, reason: 'several-claims', rows: [{ reason: '收到商品破损' }, {}] });
});

it.each([
  [[]],
  [['--url', 'nowhere', '--page', PAGE]],
  [['--url', DETAIL, '--page', 'no-such-file.html']],
  [['--url', DETAIL, '--page', PAGE, '--assets', 'no-such-folder']],
])('tells a wrong call: %j', (args) => {
  const { status, stderr, printed } = readClaim(...args);
  expect([status, printed]).toEqual([2, null]);
  expect(stderr).toContain('Usage');
});
