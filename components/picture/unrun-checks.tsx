import type { PictureView } from '../../utils/cases/case-view.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import { useText } from '../controls/text-context.ts';

/** The checks that gave no result for a picture, each with its reason, behind a fold. */
export function UnrunChecks({ skipped, failed }: Pick<PictureView, 'skipped' | 'failed'>) {
  const text = useText();
  if (skipped.length + failed.length === 0) return null;
  const lines = [
    ...failed.map((entry) => ({ ...entry, status: text.t('picture.failed') })),
    ...skipped.map((entry) => ({ ...entry, status: text.t('picture.skipped') })),
  ];
  return (
    <details className="fold">
      <summary>{text.t('picture.unrun', { count: lines.length })}</summary>
      <ul className="unrun-checks">
        {lines.map(({ check, reason, params, status }) => (
          <li key={`${check} ${reason}`}>
            <strong>{text.has(`check.${check}.name`) ? text.t(`check.${check}.name`) : check}</strong>
            <span className="muted"> {status}</span>
            <br />
            {reasonText(text, reason, params).title}
          </li>
        ))}
      </ul>
    </details>
  );
}
