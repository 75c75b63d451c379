import type { PageOutline, PictureToken } from './page-outline.ts';

/** Smaller pictures are icons. */
const MIN_PICTURE_PX = 48;
/** How many elements around a picture are asked what they are called. */
const ANCESTORS_ASKED = 4;

const OWN_NAME =
  /avatar|head-?(?:img|pic|portrait)|portrait|user-?(?:pic|img)|(?:^|[-_ ])icon|icon(?:$|[-_ ])|logo|emoji|qr-?code|placeholder|sprite|badge|captcha|头像|二维码|图标/i;
const NAME_AROUND =
  /avatar|head-?(?:img|portrait)|qr-?code|banner|recommend|guess-?(?:you-?)?like|advert|(?:^|[-_ ])ads?(?:$|[-_ ])|notice|notification|announcement|(?:^|[-_ ])empty|no-?data|emoji|watermark/i;
const ADDRESS =
  /\/\/[^/]*\.?qlogo\.cn\/|[-_/](?:avatar|icon|logo|placeholder|blank|spacer|loading|spinner|sprite|qr-?code|emoji)s?[-_./\d]|-tps-\d+-\d+/i;
const PRODUCT_LINK =
  /(?:\/(?:goods|item|items|product|products|offer|dp|gp\/product|listing|itm)s?(?:[/_.-]|\d|\?|$)|[?&](?:goods_?id|item_?id|product_?id|sku_?id|num_?iid)=|goods[_-]?(?:detail|snapshot)|item\.htm)/i;
/** A `/detail` is a product's where nothing in the address says that it is of a claim, an order or a person. */
const DETAIL_LINK = /\/details?(?:[/_.-]|\d|\?|$)/i;
const OTHER_DETAIL =
  /after-?_?sale|refund|return|dispute|order|claim|evidence|user|buyer|customer|member|message|chat|logistics/i;
const IMAGE_FILE = /\.(?:jpe?g|png|webp|gif|heic|avif|bmp)(?:[?!_~@].*)?$/i;

/**
 * Whether a picture can never be evidence, wherever it stands: too small, or called an avatar, an icon, a banner, a
 * code or a placeholder, or a link to a product, or part of a field into which the seller uploads.
 * @param minPicturePx pictures whose longer side is shorter are icons
 */
export function isNeverEvidence(outline: PageOutline, token: PictureToken, minPicturePx = MIN_PICTURE_PX): boolean {
  return isDecoration(outline, token, minPicturePx) || linksToProduct(outline, token.element);
}

/** Whether a picture is no photograph of anything that the claim is about: neither evidence nor the product. */
export function isDecoration(outline: PageOutline, token: PictureToken, minPicturePx = MIN_PICTURE_PX): boolean {
  const { element, picture } = token;
  if (picture.box && Math.max(picture.box.widthPx, picture.box.heightPx) < minPicturePx) return true;
  if (picture.kind === 'image' && ADDRESS.test(withoutQuery(picture.url))) return true;
  if (picture.holdsContent && !isThumbnail(outline, token)) return true;
  // A background beside a picture lies over it: a watermark, a shade, a zoom icon.
  if (picture.holdsContent && element.tagName !== 'A' && element.parentElement?.querySelector(':scope > img'))
    return true;
  if (picture.isRound) return true;
  if (OWN_NAME.test(namesOf(element))) return true;
  return isNamedAround(outline, element) || isInUpload(element);
}

/** The link to a product that a picture or text stands in, or null. */
export function productLinkOf(outline: PageOutline, element: Element): string | null {
  let around: Element | null = element;
  for (let climb = 0; around && climb < 4; climb++, around = outline.parentOf(around)) {
    if (around.tagName !== 'A') continue;
    const href = around.getAttribute('href') ?? '';
    const isProduct = PRODUCT_LINK.test(href) || (DETAIL_LINK.test(href) && !OTHER_DETAIL.test(href));
    return isProduct && !IMAGE_FILE.test(withoutQuery(href)) ? new URL(href, around.baseURI).href : null;
  }
  return null;
}

function linksToProduct(outline: PageOutline, element: Element): boolean {
  return productLinkOf(outline, element) !== null;
}

/** A background picture is a thumbnail where the element holds next to no text of its own. */
function isThumbnail(outline: PageOutline, token: PictureToken): boolean {
  const [from, to] = outline.rangeOf(token.element);
  const inner = outline.tokens.slice(from + 1, to);
  return inner.every((near) => near.kind === 'text') && inner.length <= 2;
}

function isNamedAround(outline: PageOutline, element: Element): boolean {
  let around = outline.parentOf(element);
  for (let climb = 1; around && climb < ANCESTORS_ASKED; climb++, around = outline.parentOf(around)) {
    if (around.tagName === 'BODY') return false;
    if (NAME_AROUND.test(namesOf(around))) return true;
  }
  return false;
}

function isInUpload(element: Element): boolean {
  const parent = element.parentElement;
  // Around a part with words of its own, such as 买家凭证, there are other parts.
  const box = element.closest('[class*="upload" i]') ?? (parent?.textContent?.trim() ? parent : parent?.parentElement);
  return box?.querySelector('input[type="file"]') != null;
}

function namesOf(element: Element): string {
  return ['class', 'id', 'alt', 'data-testid', 'role'].map((name) => element.getAttribute(name) ?? '').join(' ');
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
