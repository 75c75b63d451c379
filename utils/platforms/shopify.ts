import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://admin.shopify.com/*'],
  page(url) {
    // The id in the address is internal: the page shows the order's name, such as #1001.
    if (/^\/store\/[^/]+\/orders\/\d+/.test(url.pathname)) return { kind: 'claim', claimId: null, orderId: null };
    return /^\/store\/[^/]+\/orders\/?$/.test(url.pathname) ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** Shopify admin: an order's page. Returns there usually carry no pictures of the buyer. From memory, 2026-11. */
export default definePlatform({
  id: 'shopify',
  ...address,
  imageHosts: ['https://cdn.shopify.com/*'],
  timeZone: 'America/New_York',
  currency: 'USD',
  labels: { claimId: ['Return number'], orderId: ['Order'] },
  idPatterns: { claimId: /#\d{3,}-R\d+/, orderId: /#\d{3,}(?!\d|-)/ },
  images: noPicturePlaces,
  originals: originalsByHost,
});
