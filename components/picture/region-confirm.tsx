import { useId } from 'react';
import type { FindingView, PictureView } from '../../utils/cases/case-view.ts';
import { countedGrade } from '../../utils/checks/verdict.ts';
import type { OnReview } from '../case/case-events.ts';
import { CASE_KEYS } from '../case/case-keys.ts';
import { useText } from '../controls/text-context.ts';

interface RegionConfirmProps {
  readonly picture: Pick<PictureView, 'pictureId'>;
  readonly finding: Pick<FindingView, 'kind' | 'grade'>;
  readonly onReview: OnReview;
}

/** A clue stays one whatever the seller sees. See `countedGrade`. */
function canBeProof({ kind, grade }: RegionConfirmProps['finding']): boolean {
  return countedGrade({ check: '', kind, grade, params: {}, confirmed: false }, 'confirmed') === 'proof';
}

/** Asks the seller to look at a marked change before it counts in full. */
export function RegionConfirm({ picture, finding, onReview }: RegionConfirmProps) {
  const text = useText();
  const question = useId();
  const answer = (word: 'confirmed' | 'wrong'): void =>
    onReview({ pictureId: picture.pictureId, kind: finding.kind, word });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are two actions with a question
    <div className="region-confirm" role="group" aria-labelledby={question} tabIndex={-1} data-needs-review>
      <p id={question} className="region-confirm-question">
        {text.t('confirm.question')}
      </p>
      <p className="muted">
        {text.t('confirm.look')} {canBeProof(finding) && text.t('confirm.counts')}
      </p>
      <div className="button-row">
        <button
          type="button"
          className="button"
          aria-keyshortcuts={CASE_KEYS.confirm}
          data-guarded
          onClick={() => answer('confirmed')}
        >
          {text.t('confirm.notOverlay')}
        </button>
        <button
          type="button"
          className="button"
          aria-keyshortcuts={CASE_KEYS.deny}
          data-guarded
          onClick={() => answer('wrong')}
        >
          {text.t('confirm.overlay')}
        </button>
      </div>
    </div>
  );
}
