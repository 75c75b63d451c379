import type { CaseDatabase } from '../cases/database.ts';
import { productKeysOf } from '../cases/product-key.ts';
import { addProductPictures, type ProductPicture, productPicturesAtHand } from '../cases/product-pictures.ts';
import { storeClaim } from '../cases/store-claim.ts';
import { type ClaimOnPage, caseIdOf } from '../claims/claim.ts';
import { sniffImageType } from '../image/sniff-image-type.ts';
import { MAX_LISTING_PICTURES, MAX_PICTURE_BYTES } from '../limits.ts';
import { capturedImage } from './capture/capture-image.ts';
import type { EngineHost } from './host.ts';

/** A file that the seller handed over. */
export interface HandedPicture {
  readonly name: string;
  readonly blob: Blob;
}

/** How many pictures were kept, and the names of files that are none. */
export interface AddedPictures {
  readonly added: number;
  readonly refused: readonly string[];
}

/**
 * Keeps the seller's own pictures for the product of a claim, and where that claim has been analysed, compares its
 * pictures with the new ones; what was found before stays.
 */
export async function addListingPictures(
  database: CaseDatabase,
  host: EngineHost,
  claim: ClaimOnPage,
  files: readonly HandedPicture[],
): Promise<AddedPictures> {
  const now = new Date().toISOString();
  const pictures: ProductPicture[] = [];
  const refused = files.slice(MAX_LISTING_PICTURES).map(({ name }) => name);
  for (const { name, blob } of files.slice(0, MAX_LISTING_PICTURES)) {
    const bytes = blob.size <= MAX_PICTURE_BYTES ? new Uint8Array(await blob.arrayBuffer()) : null;
    if (bytes === null || sniffImageType(bytes) === null) refused.push(name);
    else {
      const image = await capturedImage(bytes, '', blob.type || null, now);
      pictures.push({ productKey: productKeysOf(claim)[0], sha256: image.sha256, name, addedAt: now, image });
    }
  }
  await addProductPictures(database, pictures);
  const caseId = caseIdOf(claim);
  const stored = pictures.length > 0 ? await database.get('cases', caseId) : undefined;
  if (stored) {
    await host.cancel(caseId);
    await storeClaim(database, stored.claim, await productPicturesAtHand(database, stored.claim), now);
    await host.run(caseId);
  }
  return { added: pictures.length, refused };
}
