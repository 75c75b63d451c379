import type { LogEntry } from '../../utils/cases/log.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { ConfirmButton } from '../controls/confirm-button.tsx';
import { useText } from '../controls/text-context.ts';
import { DataSection } from './data-section.tsx';

/** Lines that are drawn, the newest. */
const MAX_LINES = 200;

interface DeletionSectionProps {
  readonly caseCount: number;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** The first line that does not fit the one before it; null when all do. */
  readonly brokenAt: number | null;
  readonly onDeleteAll: () => void;
}

/** Deleting everything, and the log of what was deleted. */
export function DeletionSection({ caseCount, entries, brokenAt, onDeleteAll }: DeletionSectionProps) {
  const text = useText();
  return (
    <DataSection title={text.t('data.deletion.title')}>
      <p className="muted">{text.t('data.deletion.note')}</p>
      <ConfirmButton
        label={text.t('data.deletion.all')}
        warning={text.t('data.deletion.allConfirm', { count: caseCount })}
        onConfirm={onDeleteAll}
      />
      <h3>{text.t('data.log.title')}</h3>
      <p className={brokenAt === null ? 'muted' : 'claim-warning'}>
        {brokenAt === null
          ? text.t('data.log.whole', { count: entries.length })
          : text.t('data.log.broken', { line: brokenAt })}
      </p>
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
        <ol className="log-lines" aria-label={text.t('data.log.title')} tabIndex={0} reversed start={entries.length}>
          {entries
            .slice(-MAX_LINES)
            .toReversed()
            .map(({ sequence, at, action, params }) => (
              <li key={sequence}>
                {formatTime(at, text.language)} {text.t(`data.log.${action}`, { count: Number(params.count ?? 0) })}
                {typeof params.shop === 'string' && ` · ${plainLine(params.shop, 40)}`}
              </li>
            ))}
        </ol>
      )}
    </DataSection>
  );
}
