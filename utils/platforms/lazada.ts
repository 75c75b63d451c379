import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';
import { regionOfHost } from './regions.ts';

const HOSTS = ['vn', 'com.my', 'co.id', 'co.th', 'sg', 'com.ph'].map((end) => `sellercenter.lazada.${end}`);

export const address: PlatformAddress = {
  matches: HOSTS.map((host) => `https://${host}/*`),
  page(url) {
    if (!/^\/apps\/.*(?:reverse|return|refund)/i.test(url.pathname)) return null;
    if (/list\/?$/i.test(url.pathname)) return { kind: 'list', claimId: null, orderId: null };
    return {
      kind: 'claim',
      claimId: url.searchParams.get('reverseOrderId'),
      orderId: url.searchParams.get('tradeOrderId'),
    };
  },
};

/** Lazada. The returns page was not found in public sources: its address here is a guess. */
export default definePlatform({
  id: 'lazada',
  ...address,
  imageHosts: ['https://*.slatic.net/*', 'https://*.lazcdn.com/*', 'https://*.alicdn.com/*'],
  timeZone: 'Asia/Singapore',
  currency: 'SGD',
  region: (url) => regionOfHost(url.hostname),
  labels: { claimId: ['Reverse Order ID'], orderId: ['Order Number'] },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['reverse_order_id', 'reverseOrderId'],
      orderId: ['trade_order_id', 'tradeOrderId'],
      amount: ['refund_amount'],
      reason: ['reason_text'],
    },
    minorUnitKeys: [],
    evidence: [
      { key: 'picture', role: 'unknown', side: { key: 'operator', roles: { buyer: 'buyer', seller: 'seller' } } },
    ],
  },
  originals: originalsByHost,
});
