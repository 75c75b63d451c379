import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';
import { regionOfCountry } from './regions.ts';

/** A match pattern cannot say `seller-*`, and all of tiktok.com is more than is needed. */
const COUNTRIES = ['us', 'uk', 'vn', 'th', 'my', 'ph', 'sg', 'id', 'br', 'mx', 'es', 'de', 'fr', 'it', 'jp'];

export const address: PlatformAddress = {
  matches: [...COUNTRIES.map((code) => `https://seller-${code}.tiktok.com/*`), 'https://seller.tiktokglobalshop.com/*'],
  page(url) {
    if (!/^\/order\/return/.test(url.pathname)) return null;
    const isDetail = /detail/.test(url.pathname);
    return { kind: isDetail ? 'claim' : 'list', claimId: null, orderId: null };
  },
};

/** TikTok Shop. Facts gathered 2026-11 from public code; details open over the list, a detail address is a guess. */
export default definePlatform({
  id: 'tiktok-shop',
  ...address,
  imageHosts: ['https://*.ibyteimg.com/*', 'https://*.tiktokcdn.com/*'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  region: (url) => regionOfCountry(/^seller-([a-z]{2})\./.exec(url.hostname)?.[1] ?? ''),
  labels: { claimId: ['Return ID', 'Reverse Order ID'], orderId: ['Order ID'] },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['reverse_main_order_id', 'return_id'],
      orderId: ['main_order_id', 'order_id'],
      amount: ['return_price', 'refund_total'],
      reason: ['return_reason_text'],
      applyTime: ['create_time'],
      claimType: ['reverseType'],
    },
    minorUnitKeys: [],
    evidence: [],
    claimTypeCodes: { 2: 'refund_only', 3: 'return_refund' },
  },
  originals: originalsByHost,
});
