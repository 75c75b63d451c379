import type { CaseStatus } from '../../utils/cases/case.ts';
import { useText } from '../controls/text-context.ts';

interface PanelActionsProps {
  readonly status: CaseStatus | 'idle';
  /** `false` where the page has no picture to analyse. */
  readonly canAnalyse: boolean;
  readonly onAnalyse: () => void;
  readonly onCancel: () => void;
  readonly onOpenHistory: () => void;
}

/** Start, stop, and the way to the history. */
export function PanelActions({ status, canAnalyse, onAnalyse, onCancel, onOpenHistory }: PanelActionsProps) {
  const text = useText();
  return (
    <div className="panel-actions">
      {status === 'running' ? (
        <button type="button" className="button" onClick={onCancel}>
          {text.t('panel.cancel')}
        </button>
      ) : (
        <button
          type="button"
          className={`button ${status === 'idle' ? 'is-primary' : ''}`}
          disabled={!canAnalyse}
          onClick={onAnalyse}
        >
          {text.t(status === 'idle' ? 'panel.analyse' : 'panel.analyseAgain')}
        </button>
      )}
      <button type="button" className="button is-quiet" onClick={onOpenHistory}>
        {text.t('panel.openHistory')}
      </button>
      {status === 'idle' && <p className="muted">{text.t('panel.local')}</p>}
    </div>
  );
}
