import type { Platform } from '../../platforms/platform.ts';
import { parseJson } from '../payload/inline-json.ts';
import { pictureKey } from '../picture-key.ts';

/** Keys of a product's gallery in the JSON of its page; a description's pictures are not the listing's. */
const GALLERY_KEY =
  /^(?:images?|pics?|gallery|top_?gallery|main_?(?:image|pic)s?|item_?images|image_?list|auction_?images)$/i;
/**
 * Parts whose pictures are other people's or of other products. A buyer's own photograph in a review, taken for the
 * shop's, would accuse the buyer of copying it.
 */
const FOREIGN_KEY =
  /review|comment|rate|evaluat|feed|buyer|customer|user|author|recommend|similar|related|qa|question|^shop|^mall/i;
const MAX_PICTURES = 20;
const MAX_DEPTH = 12;
const MAX_SCRIPT_LENGTH = 1_000_000;

/**
 * The seller's own pictures of a product, from the HTML of its page: Open Graph (`og:image`), schema.org JSON-LD
 * (`image`), and the lists that the page's data calls gallery or images. Nothing is run.
 * @returns addresses on the seller center's image servers, each picture once, in that order
 */
export function picturesOfProductPage(html: string, pageUrl: URL, platform: Platform): string[] {
  const found = [...openGraphImages(html), ...scriptsOf(html).flatMap((data) => imagesIn(data, false, 0))];
  const byKey = new Map<string, string>();
  for (const address of found) {
    if (!URL.canParse(address, pageUrl)) continue;
    const url = /^https?:\/\//.test(address) ? address : new URL(address, pageUrl).href;
    if (!isOnImageServer(new URL(url), platform)) continue;
    const key = pictureKey(platform, url);
    if (!byKey.has(key)) byKey.set(key, url);
  }
  return [...byKey.values()].slice(0, MAX_PICTURES);
}

function openGraphImages(html: string): string[] {
  return [...html.matchAll(/<meta\b[^>]{0,2000}>/gi)].flatMap(([tag]) => {
    const isImage = /\b(?:property|name)\s*=\s*["']og:image(?::secure_url|:url)?["']/i.test(tag);
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const address = content?.[1] ?? content?.[2];
    return isImage && address ? [address.replaceAll('&amp;', '&')] : [];
  });
}

/** The JSON of data scripts, and of a script that assigns one object. */
function scriptsOf(html: string): unknown[] {
  return [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].flatMap(([, text = '']) => {
    if (text.length > MAX_SCRIPT_LENGTH) return [];
    const from = text.search(/[{[]/);
    const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    const data = from >= 0 && to > from ? parseJson(text.slice(from, to + 1)) : undefined;
    return typeof data === 'object' && data !== null ? [data] : [];
  });
}

function imagesIn(value: unknown, isGallery: boolean, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') return isGallery && /^(?:https?:)?\/\/[^\s]+$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => imagesIn(item, isGallery, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (FOREIGN_KEY.test(key)) return [];
    const isAddress = isGallery && /^(?:url|src|image_?url|contentUrl)$/i.test(key);
    return imagesIn(inner, GALLERY_KEY.test(key) || isAddress, depth + 1);
  });
}

function isOnImageServer({ protocol, hostname }: URL, { imageHosts }: Platform): boolean {
  return imageHosts.some((pattern) => {
    const host = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
    return protocol === 'https:' && (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host);
  });
}
