import type { ClaimOnPage } from '../claims/claim.ts';

type ClaimOfProduct = Pick<ClaimOnPage, 'platform' | 'claimId'> & {
  readonly product: Pick<ClaimOnPage['product'], 'id' | 'title'>;
};

/**
 * The names under which pictures of a claim's product are kept, the surest first: its id, then its title as written.
 * A claim that names no product keeps them for itself.
 */
export function productKeysOf({ platform, claimId, product }: ClaimOfProduct): readonly [string, ...string[]] {
  const title = product.title?.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const [first, ...others] = [
    ...(product.id ? [`${platform}:id:${product.id}`] : []),
    ...(title ? [`${platform}:title:${title}`] : []),
  ];
  return first === undefined ? [`${platform}:claim:${claimId}`] : [first, ...others];
}

/** Whether pictures of a claim's product can be kept for other claims too. */
export function namesProduct(claim: ClaimOfProduct): boolean {
  return productKeysOf(claim)[0] !== `${claim.platform}:claim:${claim.claimId}`;
}
