import { browser } from 'wxt/browser';
import type { ClaimOnPage } from '../../claims/claim.ts';
import { picturesOfProductPage } from '../../claims/page/pictures-of-product-page.ts';
import { FETCH_TIMEOUT_SECONDS, MAX_LISTING_PICTURES, MAX_PRODUCT_PAGE_BYTES } from '../../limits.ts';
import { PLATFORMS } from '../../platforms/index.ts';
import { readSettings } from '../../settings/settings.ts';

/**
 * The claim with the listing pictures of its product's own page added, where the seller has allowed that page to be
 * read. The page is one more source: where it cannot be had, the claim is analysed with the pictures it came with.
 */
export async function withProductPage(claim: ClaimOnPage): Promise<ClaimOnPage> {
  const { link, listingImages } = claim.product;
  const platform = PLATFORMS.find(({ id }) => id === claim.platform);
  if (!platform || !link || !URL.canParse(link)) return claim;
  const { readsProductPages } = await readSettings();
  const url = new URL(link);
  if (!readsProductPages || url.protocol !== 'https:') return claim;
  if (!(await browser.permissions.contains({ origins: [`${url.origin}/*`] }))) return claim;
  const html = await fetchHtml(url);
  if (html === null) return claim;
  const added = picturesOfProductPage(html, url, platform);
  const all = [...new Set([...listingImages, ...added])].slice(0, MAX_LISTING_PICTURES);
  return { ...claim, product: { ...claim.product, listingImages: all } };
}

/** The page as text, without the seller's cookies; null for no answer, no HTML or too much of it. */
async function fetchHtml(url: URL): Promise<string | null> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(FETCH_TIMEOUT_SECONDS * 1000),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok || !response.body || !/html/i.test(response.headers.get('content-type') ?? '')) return null;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let sizeBytes = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      sizeBytes += part.value.byteLength;
      if (sizeBytes > MAX_PRODUCT_PAGE_BYTES) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    console.warn('The product page could not be read', error);
    return null;
  }
}
