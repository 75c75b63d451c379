import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';

export const address: PlatformAddress = {
  matches: ['https://work.1688.com/*', 'https://trade.1688.com/*', 'https://air.1688.com/*'],
  page(url) {
    if (!/refund|dispute/i.test(url.pathname)) return null;
    const query = url.searchParams;
    if (/list/i.test(url.pathname)) return { kind: 'list', claimId: null, orderId: null };
    return { kind: 'claim', claimId: query.get('refundId') ?? query.get('disputeId'), orderId: query.get('orderId') };
  },
};

/** 1688. The seller's refund page was not found in public sources: addresses here are guesses, labels are the common ones. */
export default definePlatform({
  id: 'alibaba-1688',
  ...address,
  imageHosts: ['https://*.alicdn.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  labels: { claimId: ['退款单号', '退款编号'] },
  images: noPicturePlaces,
  originals: originalsByHost,
});
