import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import type { ClaimOnPage } from '../claims/claim.ts';
import { plainLine } from '../text/plain-line.ts';
import type { Text } from '../text/text.ts';

/** Longest order or claim number that is repeated. */
const MAX_ID_CHARACTERS = 40;

/** The first sentence to the platform: which claim this is about, by the numbers that the page had. */
export function openingOf(
  claim: Pick<ClaimOnPage, 'platform' | 'orderId' | 'claimId'>,
  text: Text,
  kind: `${'refusal' | 'appeal'}.${'polite' | 'firm'}` | 'platform.nothing',
): string {
  const orderId = plainLine(claim.orderId, MAX_ID_CHARACTERS);
  // The number of a check that was put together by hand is ours: the platform does not know it.
  const claimId = claim.platform === MANUAL_PLATFORM ? '' : plainLine(claim.claimId, MAX_ID_CHARACTERS);
  const known = orderId && claimId ? 'order-and-claim' : orderId ? 'order' : claimId ? 'claim' : 'none';
  const subject = text.t(`rebuttal.subject.${known}`, { orderId, claimId });
  return text.t(`rebuttal.opening.${kind}`, { subject });
}
