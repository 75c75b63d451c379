import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import type { ClaimField, ClaimOnPage } from '../claims/claim.ts';
import type { TaughtField } from '../claims/taught/site-rule.ts';
import { formatMoney } from './format-money.ts';
import { formatTime } from './format-time.ts';
import { plainLine } from './plain-line.ts';
import { productTitleIn } from './product-title.ts';
import type { Text } from './text.ts';

/**
 * One field of a claim as a person reads it: money and times in their language and the claim's zone, the page's own
 * words on one line. The buyer's name is whole; masking it is the caller's.
 * @param maxCharacters where the page's words are cut
 * @returns null where the claim does not have the field, or it is none that is read as a line
 */
export function claimFieldText(
  claim: ClaimOnPage,
  field: ClaimField,
  text: Text,
  maxCharacters: number,
): string | null {
  const line = (value: string | null): string | null => value && plainLine(value, maxCharacters);
  switch (field) {
    case 'amount':
      return claim.amount && formatMoney(claim.amount.value, claim.amount.currency, text.language);
    case 'buyer':
      return line(claim.buyerName);
    case 'claimType':
      return claim.claimType === 'unknown' ? line(claim.claimTypeText) : text.t(`claimType.${claim.claimType}`);
    case 'status':
      return line(claim.statusText);
    case 'product':
      return line(productTitleIn(text, claim, claim.product.title));
    case 'orderTime':
    case 'dispatchTime':
    case 'deliveryTime':
    case 'applyTime':
    case 'deadline':
      return claim[field] && formatTime(claim[field], text.language, claim.timeZone);
    // Ours, and not a number that anybody else knows; or the order's, in place of one that the page does not show.
    case 'claimId':
      return claim.platform === MANUAL_PLATFORM || claim.missing.includes('claimId') ? null : line(claim.claimId);
    case 'evidence':
      return null;
    default:
      return line(claim[field]);
  }
}

/** The names of fields in one line. */
export function claimFieldNames(fields: readonly (ClaimField | TaughtField)[], text: Text): string {
  return fields.map((field) => text.t(`claimField.${field}`)).join(text.t('list.separator'));
}
