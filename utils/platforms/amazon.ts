import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';
import { regionOfHost } from './regions.ts';

const ENDS = ['com', 'co.uk', 'de', 'fr', 'it', 'es', 'nl', 'ca', 'com.mx', 'com.br', 'co.jp', 'com.au', 'in', 'sg'];

export const address: PlatformAddress = {
  matches: ENDS.map((end) => `https://sellercentral.amazon.${end}/*`),
  page(url) {
    const query = url.searchParams;
    if (/^\/gp\/returns\/list/.test(url.pathname)) {
      const search = query.get('keywordSearch');
      const kind = query.get('searchType');
      return { kind: 'list', claimId: kind === 'rma' ? search : null, orderId: kind === 'orderId' ? search : null };
    }
    const isClaim = /^\/(?:gp\/guarantee-claims|safet-claims)/.test(url.pathname);
    return isClaim ? { kind: 'claim', claimId: null, orderId: query.get('orderId') } : null;
  },
};

/** Amazon Seller Central: returns and A-to-z claims (the latter's address from memory). Gathered 2026-11. */
export default definePlatform({
  id: 'amazon',
  ...address,
  imageHosts: ['https://m.media-amazon.com/*', 'https://*.ssl-images-amazon.com/*'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  region: (url) => regionOfHost(url.hostname),
  labels: {
    claimId: ['RMA ID', 'Claim ID'],
    orderId: ['Order ID'],
    reason: ['Return reason'],
    description: ['Customer comments', 'Customer comment', 'Buyer comment'],
    buyer: ['Buyer', 'Customer'],
  },
  idPatterns: { orderId: /\b\d{3}-\d{7}-\d{7}\b/ },
  images: noPicturePlaces,
  originals: originalsByHost,
});
