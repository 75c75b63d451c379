import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { claimFieldNames } from '../../utils/text/claim-field-text.ts';
import type { Text } from '../../utils/text/text.ts';

/** Which of these fields a page lacks. Product pictures are not always there. */
export function missingAmong(fields: readonly TaughtField[], claim: ClaimOnPage): readonly TaughtField[] {
  return fields.filter((field) => field !== 'listing' && claim.missing.includes(field));
}

/** What a page lacks of the fields that were taught, in words; null where it lacks none. */
export function lostFields(text: Text, claim: ClaimOnPage, taught: readonly TaughtField[]): string | null {
  const lost = missingAmong(taught, claim);
  return lost.length > 0 ? text.t('taught.lost', { fields: claimFieldNames(lost, text) }) : null;
}
