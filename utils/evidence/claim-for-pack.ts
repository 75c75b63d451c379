import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import type { ClaimOnPage } from '../claims/claim.ts';

/**
 * A claim as a pack records it. The buyer's id on the platform is left out: the claim and order number name the matter.
 * So is the number of a check that was put together by hand, which is ours and which nobody else knows.
 */
export function claimForPack(claim: ClaimOnPage): ClaimOnPage {
  return { ...claim, buyerId: null, claimId: claim.platform === MANUAL_PLATFORM ? '' : claim.claimId };
}
