import { originalsByHost } from './original-candidates.ts';
import { definePlatform, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://mms.pinduoduo.com/*'],
  page(url) {
    if (/^\/aftersales\/aftersale_list\/?$|^\/aftersale\/index\.html$/.test(url.pathname)) {
      return { kind: 'list', claimId: null, orderId: null };
    }
    if (!/^\/aftersales(?:-ssr)?\/detail\/?$/.test(url.pathname)) return null;
    return { kind: 'claim', claimId: url.searchParams.get('id'), orderId: url.searchParams.get('orderSn') };
  },
};

/** Pinduoduo merchant back office. Facts gathered 2026-11 from public code; no live account was available. */
export default definePlatform({
  id: 'pinduoduo',
  ...address,
  imageHosts: ['https://*.pddpic.com/*', 'https://*.pddugc.com/*', 'https://*.yangkeduo.com/*'],
  productHosts: ['https://mobile.yangkeduo.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  claimUrl: ({ claimId, orderId }) =>
    orderId && orderId !== claimId
      ? `https://mms.pinduoduo.com/aftersales-ssr/detail?id=${claimId}&orderSn=${orderId}`
      : null,
  labels: {
    claimId: ['售后编号', '售后编码', '售后单号'],
    orderId: ['订单编号'],
    amount: ['退款金额', '申请退款金额'],
    reason: ['申请原因'],
    description: ['申请说明', '用户申请描述'],
    claimType: ['售后类型'],
    status: ['售后状态'],
    applyTime: ['申请时间'],
    forwardTracking: ['发货快递单号', '发货运单号'],
    returnTracking: ['退货快递单号'],
    product: ['商品名称'],
  },
  idPatterns: { claimId: /(?<!\d)\d{8,18}(?![\d-])/, orderId: /(?<!\d)\d{6}-\d{12,}/ },
  images: {
    evidence: [],
    listing: [],
    ignore: [
      { css: '[class*="MsgItem_"],[class*="ImportantList_"]', seen: '2026-09', confidence: 'one-source' },
      { css: '[class*="side-nav"],[class*="sidenav"],[class*="mms-header"]', seen: '2026-09', confidence: 'guess' },
    ],
  },
  payload: {
    keys: {
      claimId: ['id', 'afterSalesId'],
      orderId: ['orderSn'],
      amount: ['refundAmount'],
      reason: ['afterSalesReasonDesc'],
      description: ['remark'],
      claimType: ['afterSalesTypeName', 'afterSalesType'],
      status: ['afterSalesTitle', 'afterSalesStatusDesc'],
      applyTime: ['createdAt'],
      forwardTracking: ['orderTrackingNumber'],
      returnTracking: ['reverseTrackingNumber'],
      productTitle: ['goodsName'],
      productSpec: ['goodsSpec'],
      productId: ['goodsId'],
      productImages: ['thumbUrl'],
    },
    minorUnitKeys: ['refundAmount'],
    evidence: [{ key: 'images', role: 'buyer', besideId: true }],
    claimTypeCodes: { 1: 'refund_only', 2: 'return_refund', 3: 'exchange', 4: 'reship', 5: 'repair' },
  },
  originals: originalsByHost,
});
