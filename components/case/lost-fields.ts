import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import type { Text } from '../../utils/text/text.ts';

/** What a page lacks of the fields that were taught, in words; null where it lacks none. Product pictures are not always there. */
export function lostFields(text: Text, claim: ClaimOnPage, taught: readonly TaughtField[]): string | null {
  const lost = taught.filter((field) => field !== 'listing' && claim.missing.includes(field));
  const fields = lost.map((field) => text.t(`claimField.${field}`)).join(text.t('list.separator'));
  return lost.length > 0 ? text.t('taught.lost', { fields }) : null;
}
