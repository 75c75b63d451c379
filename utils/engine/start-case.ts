import type { CaseDatabase } from '../cases/database.ts';
import { packingAtHand } from '../cases/packing-files.ts';
import { productPicturesAtHand } from '../cases/product-pictures.ts';
import { requireDiskSpace } from '../cases/require-disk-space.ts';
import { type PictureAtHand, storeClaim } from '../cases/store-claim.ts';
import { forgetResults } from '../cases/write-results.ts';
import { type ClaimOnPage, caseIdOf } from '../claims/claim.ts';
import { MAX_EVIDENCE_PICTURES, MAX_PICTURE_BYTES } from '../limits.ts';
import type { PictureFromPage } from '../messages.ts';
import { capturedImage } from './capture/capture-image.ts';
import { withProductPage } from './capture/read-product-page.ts';
import type { EngineHost } from './host.ts';

/**
 * Stores a claim and has it analysed. A claim whose analysis is done is left as it is, unless `again`; pictures that
 * are new on the page are always looked at.
 * @returns the id of the case
 */
export async function startCase(
  database: CaseDatabase,
  host: EngineHost,
  {
    claim,
    fromPage,
    again,
  }: { readonly claim: ClaimOnPage; readonly fromPage: readonly PictureFromPage[]; readonly again: boolean },
): Promise<{ caseId: string }> {
  const isRoom = requireDiskSpace();
  // Whoever waits for it hears of it.
  isRoom.catch(() => undefined);
  const caseId = caseIdOf(claim);
  const now = new Date().toISOString();
  const atHand = await Promise.all(
    fromPage
      .filter(({ blob }) => blob.size <= MAX_PICTURE_BYTES)
      .slice(0, MAX_EVIDENCE_PICTURES)
      .map(async ({ url, blob }): Promise<PictureAtHand> => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return {
          role: 'evidence',
          url,
          name: url.slice(0, url.indexOf(':') + 1),
          captured: await capturedImage(bytes, url, blob.type || null, now),
        };
      }),
  );
  const [wholeClaim, ofProduct, packed] = await Promise.all([
    withProductPage(claim),
    productPicturesAtHand(database, claim),
    packingAtHand(database, claim),
    isRoom,
  ]);
  if (again) {
    await host.cancel(caseId);
    await forgetResults(database, caseId);
  }
  await storeClaim(database, wholeClaim, [...atHand, ...ofProduct, ...packed], now);
  await host.run(caseId);
  return { caseId };
}

/** Goes on with a run that ended without an answer: the browser was closed, the host was gone. */
export async function resumeIfStopped(database: CaseDatabase, host: EngineHost, caseId: string): Promise<void> {
  const stored = await database.get('cases', caseId);
  if (stored?.status === 'running' && !(await host.isRunning(caseId))) await host.run(caseId);
}
