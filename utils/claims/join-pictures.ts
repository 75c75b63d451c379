import type { Platform } from '../platforms/platform.ts';
import type { EvidenceItem, ProductOnPage } from './claim.ts';
import type { PayloadClaim } from './payload/claim-in-payload.ts';
import { pictureKey } from './picture-key.ts';

/**
 * The evidence of a payload and of the page, each picture once, the payload's address first. A picture that either
 * shows to be the seller's own is left out.
 */
export function joinEvidence(
  platform: Platform,
  carried: readonly EvidenceItem[],
  shown: readonly EvidenceItem[],
): EvidenceItem[] {
  const byKey = new Map<string, EvidenceItem>();
  for (const item of [...carried, ...shown]) {
    const key = pictureKey(platform, item.url);
    const earlier = byKey.get(key);
    if (!earlier) byKey.set(key, item);
    else if (item.role === 'seller' || earlier.role === 'unknown') byKey.set(key, { ...earlier, role: item.role });
  }
  return [...byKey.values()].filter(({ role }) => role !== 'seller');
}

/**
 * The product as the page shows it, with what a payload adds.
 * @param isEvidence whether an address is one of the claim's evidence: beside itself a picture would prove anything
 */
export function joinProduct(
  platform: Platform,
  shown: ProductOnPage,
  carried: PayloadClaim | null,
  isEvidence: (url: string) => boolean,
): ProductOnPage {
  const text = (field: 'productTitle' | 'productId' | 'productSpec' | 'productLink') => {
    const found = carried?.fields.get(field);
    return found ? String(found.value) : null;
  };
  const images = new Map(
    [...shown.listingImages, ...(carried?.productImages ?? [])]
      .filter((url) => !isEvidence(url))
      .map((url) => [pictureKey(platform, url), url]),
  );
  return {
    title: text('productTitle') ?? shown.title,
    id: text('productId') ?? shown.id,
    spec: text('productSpec') ?? shown.spec,
    link: text('productLink') ?? shown.link,
    listingImages: [...images.values()],
  };
}
