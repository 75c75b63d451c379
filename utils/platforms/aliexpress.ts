import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://trade.aliexpress.com/issue/*', 'https://csp.aliexpress.com/*', 'https://gsp.aliexpress.com/*'],
  page(url) {
    if (/issue_?detail/i.test(url.pathname)) {
      return { kind: 'claim', claimId: url.searchParams.get('issueId'), orderId: url.searchParams.get('orderId') };
    }
    return /issue_?list|dispute/i.test(url.pathname) ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** AliExpress disputes. Facts gathered 2026-11 from public code; the dispute page within csp was not found. */
export default definePlatform({
  id: 'aliexpress',
  ...address,
  imageHosts: ['https://*.alicdn.com/*', 'https://*.aliexpress-media.com/*'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  claimUrl: ({ claimId, orderId }) =>
    claimId === orderId ? null : `https://trade.aliexpress.com/issue/issueDetail.htm?issueId=${claimId}`,
  labels: { claimId: ['Dispute ID', '纠纷编号'], orderId: ['Order number', '订单号'] },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['issueId', 'issue_id'],
      orderId: ['parent_order_id', 'parentOrderId', 'order_id', 'orderId'],
      amount: ['refund_money_max', 'refundMoneyMax'],
      buyer: ['buyer_login_id', 'buyerLoginId'],
      reason: ['issue_reason', 'issueReason'],
      applyTime: ['gmt_create', 'gmtCreate'],
      returnTracking: ['buyer_return_no'],
    },
    minorUnitKeys: [],
    evidence: [
      { key: 'attachments', role: 'unknown', side: { key: 'owner', roles: { buyer: 'buyer', seller: 'seller' } } },
    ],
  },
  originals: originalsByHost,
});
