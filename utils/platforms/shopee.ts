import { originalsByHost } from './original-candidates.ts';
import { definePlatform, noPicturePlaces, type PlatformAddress } from './platform.ts';
import { regionOfHost } from './regions.ts';

const HOSTS = [
  ...['banhang.shopee.vn', 'seller.shopee.vn', 'seller.shopee.ph', 'seller.shopee.sg', 'seller.shopee.com.my'],
  ...['seller.shopee.co.id', 'seller.shopee.co.th', 'seller.shopee.tw', 'seller.shopee.com.br', 'seller.shopee.cn'],
];

export const address: PlatformAddress = {
  matches: HOSTS.map((host) => `https://${host}/*`),
  page(url) {
    // The id in a detail's address is internal: the page shows the return's number instead.
    if (/^\/portal\/sale\/return\/\d+/.test(url.pathname)) return { kind: 'claim', claimId: null, orderId: null };
    const isList = /^\/portal\/sale\/(?:returnrefundcancel|returnlist|return)\/?$/.test(url.pathname);
    return isList ? { kind: 'list', claimId: null, orderId: null } : null;
  },
};

/** Shopee. Facts gathered 2026-11 from public code and the open API; no live account was available. */
export default definePlatform({
  id: 'shopee',
  ...address,
  imageHosts: [
    'https://*.susercontent.com/*',
    ...['vn', 'ph', 'sg', 'com.my', 'co.id', 'co.th', 'tw', 'com.br'].map((end) => `https://cf.shopee.${end}/*`),
  ],
  timeZone: 'Asia/Singapore',
  currency: 'SGD',
  region: (url) => regionOfHost(url.hostname),
  labels: {
    orderId: ['Mã đơn hàng', 'ID do Pedido'],
    claimId: ['ID da Solicitação'],
    amount: ['Valor do reembolso', 'Reembolso', 'Số tiền'],
    reason: ['Motivo da devolução', 'Motivo de Devolução', 'Lý do'],
    description: ['Descrição'],
  },
  images: noPicturePlaces,
  payload: {
    keys: {
      claimId: ['return_sn'],
      orderId: ['order_sn'],
      amount: ['refund_amount'],
      buyer: ['username'],
      reason: ['reason'],
      description: ['text_reason'],
      applyTime: ['create_time'],
      deadline: ['due_date'],
      returnTracking: ['tracking_number'],
    },
    minorUnitKeys: [],
    evidence: [
      { key: 'image', role: 'buyer', besideId: true },
      { key: 'buyer_videos', role: 'buyer' },
      { key: 'seller_proof', role: 'seller' },
    ],
  },
  originals: originalsByHost,
});
