import alibaba1688 from './alibaba-1688.ts';
import aliexpress from './aliexpress.ts';
import amazon from './amazon.ts';
import douyin from './douyin.ts';
import ebay from './ebay.ts';
import etsy from './etsy.ts';
import jd from './jd.ts';
import kuaishou from './kuaishou.ts';
import lazada from './lazada.ts';
import pinduoduo from './pinduoduo.ts';
import type { Platform } from './platform.ts';
import shopee from './shopee.ts';
import shopify from './shopify.ts';
import taobao from './taobao.ts';
import temu from './temu.ts';
import tiktokShop from './tiktok-shop.ts';
import wechatShop from './wechat-shop.ts';
import xiaohongshu from './xiaohongshu.ts';

/** Every seller center, in the order they are tried. */
export const PLATFORMS: readonly Platform[] = [
  ...[taobao, pinduoduo, douyin, jd, kuaishou, xiaohongshu, wechatShop, alibaba1688],
  ...[shopee, lazada, tiktokShop, temu, aliexpress, amazon, ebay, etsy, shopify],
];
