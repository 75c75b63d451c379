import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: [
    ...['https://myseller.taobao.com/*', 'https://qn.taobao.com/*'],
    ...['https://refund2.taobao.com/*', 'https://refund2.tmall.com/*'],
  ],
  page(url) {
    const query = url.searchParams;
    const isNew = /\/trade-platform\/refund-list(?:\/|$)/.exec(url.pathname);
    if (/\/trade-platform\/refund-list\/detail\/?$/.test(url.pathname) || url.pathname === '/dispute/detail.htm') {
      return { kind: 'claim', claimId: query.get('disputeId'), orderId: query.get('bizOrderId') };
    }
    const isList = (isNew && !/export-list/.test(url.pathname)) || url.pathname === '/dispute/sellerDisputeList.htm';
    return isList ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** Taobao and Tmall, new pages (千牛) and old ones. Facts gathered 2026-11 from public code; no live account was available. */
export default definePlatform({
  id: 'taobao',
  ...address,
  imageHosts: ['https://*.alicdn.com/*', 'https://*.taobaocdn.com/*', 'https://*.tbcdn.cn/*'],
  productHosts: ['https://item.taobao.com/*', 'https://detail.tmall.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  claimUrl({ claimId, orderId }, { origin, pathname }) {
    if (claimId === orderId) return null;
    if (pathname.startsWith('/dispute/')) return `${origin}/dispute/detail.htm?disputeId=${claimId}`;
    return `${origin}/home.htm/trade-platform/refund-list/detail?disputeId=${claimId}&type=1`;
  },
  labels: {
    claimId: ['退款编号'],
    orderId: ['订单编号', '订单号'],
    amount: ['退款金额'],
    reason: ['退款原因', '原因'],
    description: ['退款说明'],
    claimType: ['要求'],
    buyer: ['买家'],
    orderTime: ['成交时间'],
    returnTracking: ['退货物流信息'],
  },
  idPatterns: { claimId: /(?<!\d)\d{12,22}(?!\d)/, orderId: /(?<!\d)\d{16,22}(?!\d)/ },
  images: {
    ...noPicturePlaces,
    ignore: [{ css: '[class*="driver-popover"]', seen: '2026-09', confidence: 'one-source' }],
  },
  payload: {
    keys: {
      claimId: ['disputeId', 'refundId'],
      orderId: ['bizOrderId', 'tid'],
      amount: ['refundFee', 'refund_fee', 'buyerActualFee'],
      buyer: ['buyerNick', 'buyer_nick'],
      reason: ['refundReason', 'reason'],
      description: ['refundDesc', 'desc'],
      claimType: ['bizClaimTypeText', 'disputeTypeText'],
      status: ['statusDesc'],
      applyTime: ['created', 'gmtCreate'],
      productImages: ['imgURl'],
    },
    minorUnitKeys: [],
    evidence: [
      { key: 'leavePictureList', role: 'unknown' },
      { key: 'pic_urls', role: 'unknown' },
    ],
  },
  originals: originalsByHost,
});
