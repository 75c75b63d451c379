import type { CaseView } from '../../utils/cases/case-view.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';

interface VerdictSummaryProps {
  readonly view: CaseView;
  /** Leads to the first change that waits for the seller's word. */
  readonly onGoToConfirm: () => void;
}

/** The verdict of the whole claim, what the word means, and what is still to be done. */
export function VerdictSummary({ view, onGoToConfirm }: VerdictSummaryProps) {
  const text = useText();
  const waiting = view.pictures
    .flatMap((picture) => picture.findings)
    .filter((finding) => finding.confirmed === false && finding.review === null).length;
  return (
    <section className="verdict-summary" aria-label={text.t('panel.verdict')}>
      <div className="verdict-summary-head">
        <h2>{text.t('panel.verdict')}</h2>
        <VerdictChip verdict={view.verdict} size="large" />
      </div>
      <p>{text.t(`verdict.${view.verdict}.hint`)}</p>
      {waiting > 0 && (
        <p className="needs-confirmation">
          {text.t('panel.needsConfirmation', { count: waiting })}{' '}
          <button type="button" className="button is-link" onClick={onGoToConfirm}>
            {text.t('panel.goToConfirm')}
          </button>
        </p>
      )}
      {view.otherClaimsOfBuyer > 0 && (
        <p className="muted">{text.t('panel.otherClaims', { count: view.otherClaimsOfBuyer })}</p>
      )}
    </section>
  );
}
