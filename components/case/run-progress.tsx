import type { CaseView } from '../../utils/cases/case-view.ts';
import { useText } from '../controls/text-context.ts';

/** How far the analysis is. Screen readers hear it picture by picture, not step by step. */
export function RunProgress({ view }: { readonly view: CaseView | null }) {
  const text = useText();
  const isRunning = view?.status === 'running';
  return (
    <>
      {isRunning && (
        <div className="run-progress">
          <progress
            aria-label={text.t('picture.checking')}
            max={Math.max(1, view.progress.total)}
            value={view.progress.done}
          />
          <p>
            {view.progress.done === 0
              ? text.t('panel.progressStarting')
              : text.t('panel.progress', { done: view.progress.done, total: view.progress.total })}
          </p>
        </div>
      )}
      {(view?.status === 'cancelled' || view?.status === 'interrupted') && (
        <p className="run-note">{text.t(`panel.${view.status}`)}</p>
      )}
      <div role="status" className="visually-hidden">
        {view && announcement(view)}
      </div>
    </>
  );

  function announcement(shown: CaseView): string {
    if (shown.status === 'cancelled') return text.t('panel.announceCancelled');
    if (shown.status === 'interrupted') return text.t('panel.announceInterrupted');
    if (shown.status === 'done') return text.t('panel.announceDone', { verdict: text.t(`verdict.${shown.verdict}`) });
    const done = shown.pictures.filter(({ state }) => state === 'done').length;
    return text.t('panel.announceRunning', { done, total: shown.pictures.length });
  }
}
