import { useCallback, useEffect, useState } from 'react';
import type { ListingPicturesProps } from '../../components/case/listing-pictures.tsx';
import { namesProduct } from '../../utils/cases/product-key.ts';
import type { ProductPicture } from '../../utils/cases/product-pictures.ts';
import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import { sendMessage } from '../../utils/messages.ts';

/** The pictures kept for the product of a claim, and how they are added and removed; null before there is a claim. */
export function useListingPictures(claim: ClaimOnPage | null): ListingPicturesProps | null {
  const [kept, setKept] = useState<readonly ProductPicture[]>([]);
  const key = claim && JSON.stringify([claim.platform, claim.claimId, claim.product.id, claim.product.title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a claim is read anew often; its product is what counts
  const read = useCallback(async () => {
    if (claim) setKept(await sendMessage('listing.read', { claim }));
  }, [key]);
  useEffect(() => {
    read().catch((error: unknown) => console.warn('The pictures of the product could not be read', error));
  }, [read]);
  if (!claim) return null;
  return {
    kept,
    namesProduct: namesProduct(claim),
    onAdd: async (files) => {
      const added = await sendMessage('listing.add', {
        claim,
        files: files.map((blob) => ({ name: blob.name, blob })),
      });
      await read();
      return added;
    },
    onRemove: (sha256) => void sendMessage('listing.remove', { claim, sha256 }).then(read),
  };
}
