import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://fxg.jinritemai.com/*'],
  page(url) {
    if (!/^\/ffa\/(?:merchant-aftersale-workbench|maftersale|mshop|morder)\/aftersale\//.test(url.pathname))
      return null;
    if (/\/aftersale\/list/.test(url.pathname)) return { kind: 'list', claimId: null, orderId: null };
    if (!/\/aftersale\/detail/.test(url.pathname)) return null;
    const query = url.searchParams;
    return {
      kind: 'claim',
      claimId: query.get('aftersale_id') ?? query.get('after_sale_id'),
      orderId: query.get('order_id'),
    };
  },
};

/** Douyin shop (抖店). Facts gathered 2026-11 from public code and the open API; no live account was available. */
export default definePlatform({
  id: 'douyin',
  ...address,
  imageHosts: ['https://*.ecombdimg.com/*', 'https://*.byteimg.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  claimUrl: ({ claimId, orderId }) =>
    claimId === orderId
      ? null
      : `https://fxg.jinritemai.com/ffa/maftersale/aftersale/detail-v3?aftersale_id=${claimId}`,
  labels: {
    claimId: ['售后编号'],
    orderId: ['订单编号'],
    amount: ['退款金额', '售后退款', '退商品金额'],
    reason: ['售后原因', '申请原因'],
    description: ['售后说明', '申请描述'],
    claimType: ['售后类型'],
    applyTime: ['售后申请时间', '申请时间'],
    returnTracking: ['退货物流'],
  },
  idPatterns: { orderId: /(?<!\d)\d{15,25}(?!\d)/ },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['after_sale_id', 'aftersale_id'],
      orderId: ['shop_order_id'],
      amount: ['refund_total_amount', 'refund_amount'],
      reason: ['reason_text'],
      description: ['reason_remark'],
      claimType: ['after_sale_type_text'],
      status: ['after_sale_status_text'],
      applyTime: ['apply_time'],
      deadline: ['status_deadline'],
      returnTracking: ['return_logistics_code'],
      productTitle: ['product_name'],
    },
    minorUnitKeys: ['refund_total_amount', 'refund_amount'],
    evidence: [
      { key: 'user_apply_evidence', role: 'buyer' },
      { key: 'evidence', role: 'buyer', besideId: true },
      {
        key: 'evidence_list',
        role: 'unknown',
        side: { key: 'role', roles: { 1: 'buyer', 2: 'seller', 3: 'platform', 4: 'platform' } },
      },
      {
        key: 'all_evidence',
        role: 'unknown',
        side: { key: 'role', roles: { 1: 'buyer', 2: 'seller', 3: 'platform', 4: 'platform' } },
      },
      {
        key: 'images',
        role: 'unknown',
        side: { key: 'role', roles: { 1: 'buyer', 2: 'seller', 3: 'platform', 4: 'platform' } },
      },
    ],
  },
  originals: originalsByHost,
});
