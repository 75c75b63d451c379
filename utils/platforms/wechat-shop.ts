import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://store.weixin.qq.com/*', 'https://channels.weixin.qq.com/*'],
  page(url) {
    if (!/^\/(?:shop|micro\/shop)\/.*(?:aftersale|afterSale)/.test(url.pathname)) return null;
    // The names in the query are unknown, so the ids are taken from the page.
    return { kind: /list\/?$/.test(url.pathname) ? 'list' : 'claim', claimId: null, orderId: null };
  },
};

/** WeChat Shop (微信小店). Facts gathered 2026-11; the detail page's address and its query are guesses. */
export default definePlatform({
  id: 'wechat-shop',
  ...address,
  imageHosts: ['https://*.qpic.cn/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  labels: { claimId: ['售后单号', '保障单号'] },
  images: noPicturePlaces,
  payload: {
    // The unit of refund_info.amount was not seen, so the amount is read from the screen.
    keys: {
      claimId: ['after_sale_order_id'],
      orderId: ['order_id'],
      reason: ['reason_text'],
      description: ['desc'],
      buyerId: ['openid'],
      applyTime: ['create_time'],
      deadline: ['deadline'],
      returnTracking: ['waybill_id'],
    },
    minorUnitKeys: [],
    evidence: [
      { key: 'prove_imgs', role: 'buyer' },
      { key: 'refund_certificates', role: 'seller' },
    ],
  },
  originals: originalsByHost,
});
