import { definePlatform } from './platform.ts';

/** Pinduoduo merchant back office. Facts gathered 2026-11 from public code; no live account was available. */
export default definePlatform({
  id: 'pinduoduo',
  matches: ['https://mms.pinduoduo.com/*'],
  imageHosts: ['https://*.pddpic.com/*', 'https://*.pddugc.com/*', 'https://*.yangkeduo.com/*'],
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  page(url) {
    if (url.pathname === '/aftersales/aftersale_list') return { kind: 'list', claimId: null, orderId: null };
    if (url.pathname !== '/aftersales-ssr/detail') return null;
    return { kind: 'claim', claimId: url.searchParams.get('id'), orderId: url.searchParams.get('orderSn') };
  },
  labels: {},
  images: { evidence: [], listing: [], ignore: [] },
  originals: () => [],
});
