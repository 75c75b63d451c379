// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pictureKey } from '../../../utils/claims/picture-key.ts';
import { readClaim } from '../../../utils/claims/read-claim.ts';
import pinduoduo from '../../../utils/platforms/pinduoduo.ts';
import { randomPage } from './random-page.ts';

const PAGE_COUNT = Number(process.env.REFUND_LENS_RANDOM_PAGES ?? 150);
const FIRST_SEED = Number(process.env.REFUND_LENS_FIRST_SEED ?? 1);

test.each(Array.from({ length: PAGE_COUNT }, (_, index) => FIRST_SEED + index))('reads the page of seed %i', (seed) => {
  const page = randomPage(seed);
  document.documentElement.innerHTML = page.html;
  const url = new URL(`https://mms.pinduoduo.com/aftersales-ssr/detail?id=${page.claimId}&orderSn=${page.orderId}`);
  const reading = readClaim(document, url, pinduoduo, new Date('2026-11-20T10:00:00+08:00'));
  if (!reading.ready) throw new Error(`${reading.reason} ${page.recipe}`);
  const { claim } = reading;
  const keys = (urls: readonly string[]) => urls.map((address) => pictureKey(pinduoduo, address)).sort();
  expect(
    {
      claimId: [claim.claimId, claim.fieldSources.claimId?.via],
      orderId: [claim.orderId, claim.fieldSources.orderId?.via],
      amount: claim.amount?.value,
      reason: claim.reason,
      evidence: keys(claim.evidence.map((item) => item.url)),
    },
    page.recipe,
  ).toEqual({
    claimId: [page.claimId, 'label'],
    orderId: [page.orderId, 'label'],
    amount: page.amount,
    reason: page.reason,
    evidence: keys(page.evidence),
  });
});
