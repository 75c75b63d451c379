import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://shop.jd.com/*', 'https://*.shop.jd.com/*', 'https://trade-order-jdm.jd.com/*'],
  page(url) {
    if (!/^\/jdm\/trade\/after-sale\//.test(url.pathname)) return null;
    if (/\/detail\/?$/.test(url.pathname)) {
      return { kind: 'claim', claimId: url.searchParams.get('afsServiceId'), orderId: url.searchParams.get('orderId') };
    }
    return /\/list\/?$/.test(url.pathname) ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** JD (京麦). Facts gathered 2026-11 from public code; the name of the evidence field was not seen. */
export default definePlatform({
  id: 'jd',
  ...address,
  imageHosts: ['https://*.360buyimg.com/*'],
  productHosts: ['https://item.jd.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  claimUrl: ({ claimId, orderId }) =>
    claimId === orderId
      ? null
      : `https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId=${claimId}`,
  labels: {
    claimId: ['服务单号', '售后服务单'],
    buyer: ['客户账号', '买家账号'],
    claimType: ['客户期望', '期望处理方式'],
    reason: ['服务单原因', '申请原因'],
    description: ['问题描述'],
  },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['afsServiceId'],
      orderId: ['orderId'],
      amount: ['refundAmount'],
      buyer: ['customerName', 'customerPin', 'afsApplyPin'],
      reason: ['afsReasons'],
      claimType: ['customerExpectName'],
      status: ['refundStatusName', 'afsStatusTitle'],
      applyTime: ['afsApplyTime'],
      productTitle: ['wareName'],
    },
    minorUnitKeys: [],
    evidence: [],
    claimTypeCodes: { 150: 'refund_only' },
  },
  originals: originalsByHost,
});
