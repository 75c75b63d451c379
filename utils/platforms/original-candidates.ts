import alicdn from './image-hosts/alicdn.ts';
import amazon from './image-hosts/amazon.ts';
import bytedance from './image-hosts/bytedance.ts';
import ebay from './image-hosts/ebay.ts';
import etsy from './image-hosts/etsy.ts';
import type { ImageHost } from './image-hosts/image-host.ts';
import jd from './image-hosts/jd.ts';
import pinduoduo from './image-hosts/pinduoduo.ts';
import shopee from './image-hosts/shopee.ts';
import shopify from './image-hosts/shopify.ts';
import wechat from './image-hosts/wechat.ts';
import xiaohongshu from './image-hosts/xiaohongshu.ts';
import type { Platform } from './platform.ts';

const IMAGE_HOSTS: readonly ImageHost[] = [
  alicdn,
  pinduoduo,
  bytedance,
  jd,
  xiaohongshu,
  wechat,
  shopee,
  ebay,
  amazon,
  etsy,
  shopify,
];

const SIGNATURE =
  /[?&](?:x-signature|x-expires|signature|sign|auth_key|ossaccesskeyid|x-oss-signature|q-sign-algorithm|x-amz-signature|security-token)=/i;

/** Whether an address carries a signature: it answers only as it stands, and only for a while. */
export function isSigned(url: string): boolean {
  return SIGNATURE.test(url) || /^https?:\/\/[^/]*-sign\./i.test(url);
}

/**
 * Addresses that may hold a larger version of a delivered picture, best first, without the delivered one itself;
 * empty for a signed address and where no rule is known. The platform's own rules come first, then the image servers'.
 */
export function originalCandidates(platform: Platform, url: string): readonly string[] {
  if (isSigned(url) || !/^https?:/.test(url)) return [];
  return withoutRepeats([...platform.originals(url), ...originalsByHost(url)], url);
}

/** What the rules of the picture's server give. */
export function originalsByHost(url: string): readonly string[] {
  if (isSigned(url) || !URL.canParse(url)) return [];
  const parsed = new URL(url);
  return withoutRepeats(IMAGE_HOSTS.find((host) => host.hosts.test(parsed.hostname))?.originals(parsed) ?? [], url);
}

function withoutRepeats(candidates: readonly string[], delivered: string): string[] {
  return [...new Set(candidates)].filter((candidate) => candidate !== delivered);
}
