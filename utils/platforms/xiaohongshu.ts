import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://ark.xiaohongshu.com/*'],
  page(url) {
    if (/^\/app-order\/aftersale\/detail/.test(url.pathname)) {
      return { kind: 'claim', claimId: url.searchParams.get('returnId'), orderId: null };
    }
    return /^\/app-order\/aftersale\/list/.test(url.pathname) ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** Xiaohongshu (千帆). Facts gathered 2026-11 from public code; the name of the evidence field was not seen. */
export default definePlatform({
  id: 'xiaohongshu',
  ...address,
  imageHosts: ['https://*.xhscdn.com/*', 'https://ci.xiaohongshu.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  claimUrl: ({ claimId }) =>
    claimId.startsWith('R') ? `https://ark.xiaohongshu.com/app-order/aftersale/detail?returnId=${claimId}` : null,
  labels: { claimId: ['售后单号', '退货单号'], orderId: ['订单号', '订单编号', '包裹号'], description: ['问题描述'] },
  idPatterns: { claimId: /\bR\d{8,}\b/, orderId: /\bP\d{8,}\b/ },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['returns_id'],
      orderId: ['order_id', 'delivery_package_id'],
      amount: ['applied_amount'],
      buyer: ['nick_name'],
      claimType: ['return_type_name'],
      status: ['status_name'],
      forwardTracking: ['ship_express_no'],
      returnTracking: ['return_express_no'],
      productTitle: ['sku_name'],
    },
    minorUnitKeys: [],
    evidence: [],
  },
  originals: originalsByHost,
});
