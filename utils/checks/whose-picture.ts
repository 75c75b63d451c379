import type { ClaimFacts } from './check.ts';
import type { EarlierPicture } from './earlier-pictures.ts';

/** The earlier picture is of this very claim. */
export function isSameClaim({ platform, claimId }: ClaimFacts, earlier: EarlierPicture): boolean {
  return earlier.caseId === `${platform}:${claimId}`;
}

/** It is of the same order: one order may have several claims about the same thing. */
export function isSameOrder({ platform, orderId }: ClaimFacts, earlier: EarlierPicture): boolean {
  return orderId !== '' && earlier.platform === platform && earlier.orderId === orderId;
}

/** It is certain that it belongs to another order; false when either claim does not say its order. */
export function isOtherOrder(claim: ClaimFacts, earlier: EarlierPicture): boolean {
  return claim.orderId !== '' && earlier.orderId !== '' && !isSameOrder(claim, earlier);
}

/** Whether it is of the same buyer, as far as both pages show one. */
export function isSameBuyer({ buyerKey }: ClaimFacts, earlier: EarlierPicture): boolean {
  return buyerKey !== null && buyerKey === earlier.buyerKey;
}
