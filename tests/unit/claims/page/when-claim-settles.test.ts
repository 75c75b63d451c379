// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeOwnElement } from '../../../../utils/claims/page/own-element.ts';
import { whenClaimSettles } from '../../../../utils/claims/page/when-claim-settles.ts';
import { readClaim } from '../../../../utils/claims/read-claim.ts';
import pinduoduo from '../../../../utils/platforms/pinduoduo.ts';

const CLAIM_URL = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345';
const FIELDS =
  '<p>售后编号：182930471002</p><p>订单编号：261118-123456789012345</p><p>退款金额：¥12.90</p><p>申请原因：商品破损</p>';
const EVIDENCE = '<div><h3>凭证</h3><img src="https://img.pddpic.com/gaudit-image/2026-11-20/a.jpeg"></div>';

function wait(url = CLAIM_URL, timeoutMs = 15_000) {
  const controller = new AbortController();
  const read = vi.fn((at: URL) => readClaim(document, at, pinduoduo, new Date('2026-11-20T02:00:00Z')));
  const settled = whenClaimSettles({
    ...{ document, platform: pinduoduo, read, timeoutMs },
    url: () => new URL(url),
    signal: controller.signal,
  });
  return { controller, read, settled };
}

beforeEach(() => {
  document.body.innerHTML = '<div id="app">加载中</div>';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the page's observers run, then the time pass. */
async function pass(ms: number): Promise<void> {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
}

test('waits for the claim, and for pictures that come after it', async () => {
  const { settled, read } = wait();
  await pass(1_000);
  document.body.innerHTML = FIELDS;
  await pass(350);
  document.body.insertAdjacentHTML('beforeend', EVIDENCE);
  await pass(2_000);
  const reading = await settled;
  expect(reading.ready && reading.claim.evidence.length).toBe(1);
  expect(read.mock.calls.length).toBeLessThan(8);
});

test('waits over a list for the claim that was clicked, and no longer than it may', async () => {
  const url = 'https://mms.pinduoduo.com/aftersales/aftersale_list';
  const row = (id: string) => `<li><p>售后编号：${id}</p><p>订单编号：261118-${id}</p><p>退款金额：¥1.00</p></li>`;
  const settle = () =>
    whenClaimSettles({
      ...{ document, platform: pinduoduo, url: () => new URL(url), signal: new AbortController().signal },
      read: (at) => readClaim(document, at, pinduoduo, new Date('2026-11-20T02:00:00Z')),
      ...{ timeoutMs: 6_000, openingMs: 6_000 },
    });
  document.body.innerHTML = `<ul>${row('182930471001')}${row('182930471002')}</ul>`;
  const settled = settle();
  await pass(1_500);
  document.body.insertAdjacentHTML('beforeend', `<div role="dialog">${FIELDS}${EVIDENCE}</div>`);
  await pass(2_000);
  const reading = await settled;
  expect(reading.ready && reading.claim.claimId).toBe('182930471002');

  document.querySelector('[role="dialog"]')?.remove();
  const nothingOpened = settle();
  await pass(6_000);
  expect(await nothingOpened).toMatchObject({ ready: false, reason: 'several-claims' });
});

test('waits for a page to show what it has only received', async () => {
  const [claimId, orderId] = ['182930471002', '261118-123456789012345'];
  const data = {
    id: claimId,
    orderSn: orderId,
    refundAmount: 9900,
    afterSalesReasonDesc: '少件',
    evidence: ['https://img.pddpic.com/a.jpeg'],
  };
  const settled = whenClaimSettles({
    ...{ document, platform: pinduoduo, url: () => new URL(CLAIM_URL), signal: new AbortController().signal },
    read: (at) => readClaim(document, at, pinduoduo, new Date('2026-11-20T02:00:00Z'), { received: [data] }),
  });
  await pass(2_000);
  document.body.innerHTML = FIELDS;
  await pass(2_000);
  await expect(settled).resolves.toMatchObject({ ready: true, claim: { amount: { value: '12.90' } } });
});

test('a burst of changes costs one reading', async () => {
  const { read } = wait();
  await pass(10);
  const before = read.mock.calls.length;
  for (let index = 0; index < 200; index++) {
    document.body.append(document.createElement('p'));
    await pass(1);
  }
  await pass(400);
  expect(read.mock.calls.length - before).toBe(1);
});

test('is not put off by a countdown, nor by what the extension puts onto the page', async () => {
  document.body.innerHTML = `${FIELDS}${EVIDENCE}<p id="left">剩余 1时2分10秒</p>`;
  const { settled } = wait();
  let isSettled = false;
  void settled.then(() => {
    isSettled = true;
  });
  const left = document.querySelector('#left')?.firstChild as Text;
  for (let second = 9; second > 5; second--) {
    await pass(100);
    left.data = `剩余 1时2分${second}秒`;
    document.documentElement.append(makeOwnElement(document, 'panel'));
  }
  await pass(0);
  expect(isSettled).toBe(true);
});

test('goes on reading while a figure is counted up', async () => {
  document.body.innerHTML = `${FIELDS.replace('12.90', '<b>0.00</b>')}${EVIDENCE}`;
  const { settled } = wait();
  const amount = document.querySelector('b') as HTMLElement;
  for (const shown of ['3.10', '7.40', '10.20', '12.90']) {
    await pass(250);
    amount.textContent = shown;
  }
  await pass(2_000);
  await expect(settled).resolves.toMatchObject({ ready: true, claim: { amount: { value: '12.90' } } });
});

test('gives the last reading when the time is up', async () => {
  const { settled } = wait(CLAIM_URL, 2_000);
  await pass(2_100);
  await expect(settled).resolves.toMatchObject({ ready: false, reason: 'page-not-ready' });
});

test('answers at once where the address is no claim page', async () => {
  await expect(wait('https://mms.pinduoduo.com/home').settled).resolves.toMatchObject({ reason: 'not-a-claim-page' });
});

test('stops when it is aborted', async () => {
  const { settled, controller, read } = wait();
  await pass(10);
  controller.abort(new Error('left'));
  await expect(settled).rejects.toThrow('left');
  const calls = read.mock.calls.length;
  document.body.innerHTML = FIELDS;
  await pass(5_000);
  expect(read.mock.calls.length).toBe(calls);
});

test('tells whoever waits that a page cannot be read', async () => {
  const broken = new TypeError('a page of somebody else');
  const read = vi.fn(() => {
    throw broken;
  });
  const settled = whenClaimSettles({
    ...{ document, platform: pinduoduo, read, signal: new AbortController().signal },
    url: () => new URL(CLAIM_URL),
  });
  const told = expect(settled).rejects.toBe(broken);
  await pass(1_000);
  await told;
  await pass(20_000);
  expect(read).toHaveBeenCalledOnce();
});
