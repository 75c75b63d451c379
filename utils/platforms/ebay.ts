import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';
import { regionOfHost } from './regions.ts';

const ENDS = ['com', 'co.uk', 'de', 'fr', 'it', 'es', 'ca', 'com.au'];

export const address: PlatformAddress = {
  matches: ENDS.map((end) => `https://www.ebay.${end}/rt/*`),
  page(url) {
    if (!/^\/rt\/ReturnDetails/i.test(url.pathname)) return null;
    return { kind: 'claim', claimId: url.searchParams.get('returnId'), orderId: null };
  },
};

/** eBay returns. Facts gathered 2026-11 from public code and the Post-Order API; no live account was available. */
export default definePlatform({
  id: 'ebay',
  ...address,
  imageHosts: ['https://i.ebayimg.com/*'],
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  region: (url) => regionOfHost(url.hostname),
  labels: { claimId: ['Return ID', 'Return number', 'Case ID'], orderId: ['Order number'] },
  idPatterns: { orderId: /\b\d{2}-\d{5}-\d{5}\b/ },
  images: noPicturePlaces,
  payload: {
    keys: { claimId: ['returnId'], orderId: ['orderId'], buyer: ['buyerLoginName'] },
    minorUnitKeys: [],
    evidence: [],
  },
  originals: originalsByHost,
});
