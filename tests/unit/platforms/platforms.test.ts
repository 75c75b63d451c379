import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLATFORMS } from '../../../utils/platforms/index.ts';
import { pageOfAddress } from '../../../utils/platforms/page-of-address.ts';
import { platformOf } from '../../../utils/platforms/platform-of.ts';

const NOT_PLATFORMS = [
  'index',
  'labels',
  'label-key',
  'label-patterns',
  'matches-pattern',
  'page-of-address',
  'picture-labels',
  'platform',
  'platform-of',
  'original-candidates',
  'regional-labels',
  'regions',
];

test('every file of a seller center is listed under its own name', () => {
  const files = readdirSync('utils/platforms')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  expect(PLATFORMS.map(({ id }) => id).sort()).toEqual(files.filter((name) => !NOT_PLATFORMS.includes(name)).sort());
});

test.each(PLATFORMS.map((platform) => [platform.id, platform] as const))(
  '%s asks for named hosts over https only',
  (_, platform) => {
    for (const pattern of [...platform.matches, ...platform.imageHosts]) {
      expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/(?:\*|[a-z]+\/\*)$/);
    }
    expect(() => new Intl.DateTimeFormat('en', { timeZone: platform.timeZone })).not.toThrow();
    expect(platform.currency).toMatch(/^[A-Z]{3}$/);
  },
);

test.each([
  [
    'https://myseller.taobao.com/home.htm/trade-platform/refund-list/detail?disputeId=3&type=1',
    'taobao',
    'claim',
    '3',
    null,
  ],
  ['https://qn.taobao.com/home.htm/trade-platform/refund-list', 'taobao', 'list', null, null],
  ['https://refund2.tmall.com/dispute/detail.htm?bizOrderId=9&disputeType=1', 'taobao', 'claim', null, '9'],
  ['https://refund2.taobao.com/dispute/sellerDisputeList.htm?type=1', 'taobao', 'list', null, null],
  ['https://mms.pinduoduo.com/aftersales-ssr/detail?id=1&orderSn=2', 'pinduoduo', 'claim', '1', '2'],
  ['https://mms.pinduoduo.com/aftersales/aftersale_list?msfrom=mms_sidenav', 'pinduoduo', 'list', null, null],
  ['https://fxg.jinritemai.com/ffa/maftersale/aftersale/detail-v3?aftersale_id=5', 'douyin', 'claim', '5', null],
  ['https://fxg.jinritemai.com/ffa/morder/aftersale/detail-v2?aftersale_id=5', 'douyin', 'claim', '5', null],
  ['https://fxg.jinritemai.com/ffa/merchant-aftersale-workbench/aftersale/list', 'douyin', 'list', null, null],
  ['https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId=8', 'jd', 'claim', '8', null],
  ['https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list?tabCode=all', 'jd', 'list', null, null],
  ['https://s.kwaixiaodian.com/zone/refund/detail?refundId=4', 'kuaishou', 'claim', '4', null],
  ['https://ark.xiaohongshu.com/app-order/aftersale/detail?returnId=R1', 'xiaohongshu', 'claim', 'R1', null],
  ['https://store.weixin.qq.com/shop/aftersale/list', 'wechat-shop', 'list', null, null],
  ['https://banhang.shopee.vn/portal/sale/return/123', 'shopee', 'claim', null, null],
  ['https://seller.shopee.com.br/portal/sale/returnrefundcancel?search=2', 'shopee', 'list', null, null],
  ['https://seller-us.tiktok.com/order/return?tab=100', 'tiktok-shop', 'list', null, null],
  ['https://agentseller.temu.com/mmsos/return-refund-list.html', 'temu', 'list', null, null],
  ['https://trade.aliexpress.com/issue/issueDetail.htm?issueId=6', 'aliexpress', 'claim', '6', null],
  ['https://sellercentral.amazon.co.uk/gp/returns/list?searchType=rma&keywordSearch=D1', 'amazon', 'list', 'D1', null],
  ['https://www.ebay.de/rt/ReturnDetails?returnId=51', 'ebay', 'claim', '51', null],
  ['https://www.etsy.com/your/orders/31', 'etsy', 'claim', null, '31'],
  ['https://admin.shopify.com/store/demo/orders/51', 'shopify', 'claim', null, null],
])('%s is a %s %s', (address, id, kind, claimId, orderId) => {
  const url = new URL(address);
  const platform = platformOf(url);
  expect(platform?.id).toBe(id);
  expect(platform?.page(url)).toEqual({ kind, claimId, orderId });
  expect(pageOfAddress(url)).toEqual({ kind, claimId, orderId });
});

test.each([
  'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
  'https://mms.pinduoduo.com/orders/detail?sn=1',
  'https://fxg.jinritemai.com/ffa/morder/order/list',
  'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
  'https://seller.shopee.sg/portal/sale/order/1',
  'https://admin.shopify.com/store/demo/products',
  'https://www.etsy.com/listing/1',
])('%s is no refund page', (address) => {
  const url = new URL(address);
  expect(platformOf(url)?.page(url) ?? null).toBeNull();
});

test('an address of another site belongs to no seller center', () => {
  expect(platformOf(new URL('https://mms.pinduoduo.com.evil.example/aftersales-ssr/detail?id=1'))).toBeNull();
  expect(platformOf(new URL('http://mms.pinduoduo.com/aftersales-ssr/detail?id=1'))).toBeNull();
});

test('a country has its own zone and currency', () => {
  const regionOf = (address: string) => platformOf(new URL(address))?.region?.(new URL(address));
  expect(regionOf('https://seller.shopee.com.br/')).toEqual({ timeZone: 'America/Sao_Paulo', currency: 'BRL' });
  expect(regionOf('https://seller-vn.tiktok.com/')).toEqual({ timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND' });
  expect(regionOf('https://sellercentral.amazon.com/')).toBeNull();
});
