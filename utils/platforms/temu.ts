import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://agentseller.temu.com/*', 'https://agentseller-us.temu.com/*', 'https://agentseller-eu.temu.com/*'],
  page(url) {
    if (!/^\/mmsos\/return-refund/.test(url.pathname)) return null;
    return { kind: /detail/.test(url.pathname) ? 'claim' : 'list', claimId: null, orderId: null };
  },
};

/** Temu. Facts gathered 2026-11 from public code; details open over the list, a detail address is a guess. */
export default definePlatform({
  id: 'temu',
  ...address,
  imageHosts: ['https://*.kwcdn.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'USD',
  labels: { claimId: ['售后单号', '售后编号'], orderId: ['订单号', 'PO'] },
  idPatterns: { claimId: /\bPA-?[\d-]{8,}/, orderId: /\bPO-[\d-]{8,}/ },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['parentAfterSalesSn'],
      orderId: ['parentOrderSn'],
      amount: ['applyRefundAmountStr'],
      reason: ['afterSalesReasonDesc'],
      description: ['buyerComment'],
      status: ['refundStatusDesc'],
      productTitle: ['goodsName'],
      productSpec: ['goodsSpec'],
      productImages: ['goodsThumbUrl'],
    },
    minorUnitKeys: [],
    evidence: [],
  },
  originals: originalsByHost,
});
