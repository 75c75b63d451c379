import type { CaseDatabase } from '../cases/database.ts';
import type { RefusedFile } from '../cases/handed-file.ts';
import { productKeysOf } from '../cases/product-key.ts';
import {
  addProductPictures,
  type ProductPicture,
  productPicturesAtHand,
  readProductPictures,
} from '../cases/product-pictures.ts';
import { storeClaim } from '../cases/store-claim.ts';
import { type ClaimOnPage, caseIdOf } from '../claims/claim.ts';
import { MAX_LISTING_PICTURES } from '../limits.ts';
import { sortOutFiles } from './capture/sort-out-files.ts';
import type { EngineHost } from './host.ts';

/** A file that the seller handed over. */
export interface HandedPicture {
  readonly name: string;
  readonly blob: Blob;
}

/** How many pictures were kept that were not there, and the files that were not taken, each with its reason. */
export interface AddedPictures {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
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
  const kept = await readProductPictures(database, claim);
  const { accepted, refused } = await sortOutFiles(
    files.map(({ name, blob }) => new File([blob], name, { type: blob.type })),
    // Those of earlier versions of the product stay, however many there are.
    { known: kept.map(({ sha256 }) => sha256), limit: MAX_LISTING_PICTURES, taken: 0, takesVideos: false },
  );
  const pictures = accepted.map(({ sha256, name, blob }): ProductPicture => {
    const image = { url: '', receivedAt: now, contentType: blob.type || null, sizeBytes: blob.size, sha256, blob };
    return { productKey: productKeysOf(claim)[0], sha256, name, addedAt: now, image };
  });
  await addProductPictures(database, pictures);
  const caseId = caseIdOf(claim);
  // One that was kept on another claim's page may never have been compared with this claim.
  const isMeant = pictures.length > 0 || refused.some(({ problem }) => problem.reason === 'duplicate-file');
  const stored = isMeant ? await database.get('cases', caseId) : undefined;
  if (stored) {
    await host.cancel(caseId);
    await storeClaim(database, stored.claim, await productPicturesAtHand(database, stored.claim), now);
    await host.run(caseId);
  }
  return { added: pictures.length, refused };
}
