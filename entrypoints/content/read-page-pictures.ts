import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import { MAX_PICTURE_BYTES } from '../../utils/limits.ts';
import type { PictureFromPage } from '../../utils/messages.ts';

/**
 * Fetches those evidence pictures that exist inside the page only (`blob:` and `data:` addresses). One that is gone is
 * left out here and reported by the analysis, which finds no bytes for it.
 */
export async function readPagePictures(claim: ClaimOnPage): Promise<PictureFromPage[]> {
  const urls = claim.evidence.map(({ url }) => url).filter((url) => /^(blob|data):/.test(url));
  const settled = await Promise.allSettled(
    urls.map(async (url) => {
      const blob = await (await fetch(url)).blob();
      if (blob.size > MAX_PICTURE_BYTES) throw new Error(`${blob.size} bytes`);
      return { url, blob };
    }),
  );
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
