import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://s.kwaixiaodian.com/*'],
  page(url) {
    if (/^\/zone\/refund\/detail/.test(url.pathname))
      return { kind: 'claim', claimId: url.searchParams.get('refundId'), orderId: null };
    return /^\/zone\/refund\/list/.test(url.pathname) ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** Kuaishou shop. Facts gathered 2026-11 from public code; the list's address and the query's names are guesses. */
export default definePlatform({
  id: 'kuaishou',
  ...address,
  imageHosts: ['https://*.ecukwai.com/*', 'https://*.eckwai.com/*', 'https://*.kwimgs.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  labels: { claimId: ['售后单号'], orderId: ['订单编号'], amount: ['退款金额'], claimType: ['售后类型'] },
  images: noPicturePlaces,
  payload: {
    // The unit of refundFee was not seen, so the amount is read from the screen.
    keys: {
      claimId: ['refundId'],
      orderId: ['oid'],
      reason: ['refundReasonDesc'],
      description: ['refundDesc'],
      applyTime: ['submitTime'],
      deadline: ['expireTime'],
    },
    minorUnitKeys: [],
    evidence: [],
  },
  originals: originalsByHost,
});
