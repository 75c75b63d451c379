import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import { TAUGHT_FIELDS, type TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { claimFieldNames } from '../../utils/text/claim-field-text.ts';
import { lostFields, missingAmong } from '../case/lost-fields.ts';
import { useText } from '../controls/text-context.ts';

interface TeachOfferProps {
  readonly claim: ClaimOnPage;
  /** What the seller has taught of this kind of page. */
  readonly taught: readonly TaughtField[];
  readonly onTeach: (fields: readonly TaughtField[]) => void;
}

/** Which fields the page lacked, and the offer to point at them; without any, the way to correct a wrong reading. */
export function TeachOffer({ claim, taught, onTeach }: TeachOfferProps) {
  const text = useText();
  const missing = missingAmong(TAUGHT_FIELDS, claim);
  if (missing.length === 0) {
    return (
      <p className="teach-offer">
        <button type="button" className="button is-link" onClick={() => onTeach([])}>
          {text.t('teach.offerAgain')}
        </button>
      </p>
    );
  }
  const fields = claimFieldNames(missing, text);
  return (
    <p className="teach-offer claim-warning">
      {text.t('teach.offer', { fields })} {lostFields(text, claim, taught)}{' '}
      <button type="button" className="button is-link" onClick={() => onTeach(missing)}>
        {text.t('teach.offerButton')}
      </button>
    </p>
  );
}
