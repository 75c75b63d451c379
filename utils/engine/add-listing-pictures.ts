import type { CaseDatabase } from '../cases/database.ts';
import { type AddedFiles, capturedFile, type SentFile } from '../cases/handed-file.ts';
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
import { sortOutSentFiles } from './capture/sort-out-files.ts';
import type { EngineHost } from './host.ts';

/**
 * Keeps the seller's own pictures for the product of a claim, and where that claim has been analysed, compares its
 * pictures with the new ones; what was found before stays.
 */
export async function addListingPictures(
  database: CaseDatabase,
  host: EngineHost,
  claim: ClaimOnPage,
  files: readonly SentFile[],
): Promise<AddedFiles> {
  const now = new Date().toISOString();
  const kept = await readProductPictures(database, claim);
  const { accepted, refused } = await sortOutSentFiles(
    files,
    // Those of earlier versions of the product stay, however many there are.
    { known: kept.map(({ sha256 }) => sha256), limit: MAX_LISTING_PICTURES, taken: 0, takesVideos: false },
  );
  const pictures = accepted.map(
    (file): ProductPicture => ({
      productKey: productKeysOf(claim)[0],
      sha256: file.sha256,
      name: file.name,
      addedAt: now,
      image: capturedFile(file, now),
    }),
  );
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
