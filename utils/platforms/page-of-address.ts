import { address as alibaba1688 } from './alibaba-1688.ts';
import { address as aliexpress } from './aliexpress.ts';
import { address as amazon } from './amazon.ts';
import { address as douyin } from './douyin.ts';
import { address as ebay } from './ebay.ts';
import { address as etsy } from './etsy.ts';
import { address as jd } from './jd.ts';
import { address as kuaishou } from './kuaishou.ts';
import { address as lazada } from './lazada.ts';
import { matchesPattern } from './matches-pattern.ts';
import { address as pinduoduo } from './pinduoduo.ts';
import type { PlatformPage } from './platform.ts';
import { address as shopee } from './shopee.ts';
import { address as shopify } from './shopify.ts';
import { address as taobao } from './taobao.ts';
import { address as temu } from './temu.ts';
import { address as tiktokShop } from './tiktok-shop.ts';
import { address as wechatShop } from './wechat-shop.ts';
import { address as xiaohongshu } from './xiaohongshu.ts';

/** The addresses of every seller center, apart from all else that is known about it. */
const ADDRESSES = [
  ...[taobao, pinduoduo, douyin, jd, kuaishou, xiaohongshu, wechatShop, alibaba1688],
  ...[shopee, lazada, tiktokShop, temu, aliexpress, amazon, ebay, etsy, shopify],
];

/** The same as the seller center's own `page`, without its labels and rules: a small script can have it. */
export function pageOfAddress(url: URL): PlatformPage | null {
  const host = `//${url.hostname}/`;
  // Taking all patterns apart costs a page more than everything else here.
  const isMeant = (pattern: string) => pattern.includes(host) || pattern.includes('//*.');
  const site = ADDRESSES.find(({ matches }) =>
    matches.some((pattern) => isMeant(pattern) && matchesPattern(url, pattern)),
  );
  return site?.page(url) ?? null;
}
