import type { ClaimFacts } from './check.ts';
import type { EarlierPicture } from './earlier-pictures.ts';
import { MANUAL_PLATFORM } from './manual-platform.ts';

/** The earlier picture is of this very claim. */
export function isSameClaim({ platform, claimId }: ClaimFacts, earlier: EarlierPicture): boolean {
  return earlier.caseId === `${platform}:${claimId}`;
}

/**
 * It is of the same order: one order may have several claims about the same thing, and a claim that the seller put together
 * by hand may name an order of any seller center.
 */
export function isSameOrder({ platform, orderId }: ClaimFacts, earlier: EarlierPicture): boolean {
  const isSamePlatform = earlier.platform === platform || [platform, earlier.platform].includes(MANUAL_PLATFORM);
  return orderId !== '' && isSamePlatform && earlier.orderId === orderId;
}

/** A claim that the seller put together without an order number may be of any order, the one at hand included. */
export function isWithoutOrder({ platform, orderId }: Pick<EarlierPicture, 'platform' | 'orderId'>): boolean {
  return platform === MANUAL_PLATFORM && orderId === '';
}

/** It is certain that it belongs to another order; false when either claim does not say its order. */
export function isOtherOrder(claim: ClaimFacts, earlier: EarlierPicture): boolean {
  return claim.orderId !== '' && earlier.orderId !== '' && !isSameOrder(claim, earlier);
}

/** Whether it is of the same buyer, as far as both pages show one. */
export function isSameBuyer({ buyerKey }: ClaimFacts, earlier: EarlierPicture): boolean {
  return buyerKey !== null && buyerKey === earlier.buyerKey;
}
