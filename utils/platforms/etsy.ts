import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://www.etsy.com/*'],
  page(url) {
    const inPath = /^\/your\/orders\/(\d+)/.exec(url.pathname)?.[1];
    const caseId = /^\/your\/cases?\/(\d+)/.exec(url.pathname)?.[1];
    const orderId = inPath ?? url.searchParams.get('order_id');
    if (!/^\/your\/(?:orders|cases?)\b/.test(url.pathname)) return null;
    if (caseId || orderId) return { kind: 'claim', claimId: caseId ?? null, orderId };
    return { kind: 'list', claimId: null, orderId: null };
  },
};

/** Etsy: an order's page, where a help request shows; the case page's address is from memory. Gathered 2026-11. */
export default definePlatform({
  id: 'etsy',
  ...address,
  imageHosts: ['https://i.etsystatic.com/*'],
  timeZone: 'America/New_York',
  currency: 'USD',
  labels: { claimId: ['Case ID', 'Case'], orderId: ['Order number', 'Order'] },
  images: noPicturePlaces,
  originals: originalsByHost,
});
