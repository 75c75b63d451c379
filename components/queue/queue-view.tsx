import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { type ClaimQueue, endedCount, isLiveQueue, type QueueRow } from '../../utils/claims/claim-queue.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';

export interface QueueViewProps {
  /** Null where none was begun, or left unfinished. */
  readonly queue: ClaimQueue | null;
  /** Where the verdicts of finished claims are. */
  readonly cases: readonly CaseSummary[];
  readonly onChange: (to: 'paused' | 'running' | 'cancelled') => void;
  readonly onOpenCase: (caseId: string) => void;
}

/** The claims of a list that are checked one after the other: how far, what was found, and the brakes. */
export function QueueView({ queue, cases, onChange, onOpenCase }: QueueViewProps) {
  const text = useText();
  if (!queue) return <EmptyState title={text.t('queue.empty.title')}>{text.t('queue.empty.body')}</EmptyState>;
  const { status, rows } = queue;
  const isLive = isLiveQueue(queue);
  const problemCount = rows.filter(({ state }) => state === 'problem').length;
  return (
    <section className="queue-view" data-status={status}>
      <h2>{text.t('queue.title', { platform: platformText(text, queue.platform) })}</h2>
      <progress aria-label={text.t('queue.tab')} max={Math.max(1, rows.length)} value={endedCount(queue)} />
      <p role="status">
        {text.t(`queue.status.${queue.isCutOff ? 'cutOff' : status}`, { done: endedCount(queue), total: rows.length })}
        {problemCount > 0 && ` ${text.t('queue.problems', { count: problemCount })}`}
      </p>
      {isLive && (
        <div className="button-row">
          <button
            type="button"
            className="button is-primary"
            onClick={() => onChange(status === 'running' ? 'paused' : 'running')}
          >
            {text.t(status === 'running' ? 'queue.pause' : 'queue.goOn')}
          </button>
          <button type="button" className="button" onClick={() => onChange('cancelled')}>
            {text.t('queue.cancel')}
          </button>
        </div>
      )}
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">{text.t('history.order')}</th>
            <th scope="col">{text.t('history.status')}</th>
            <th scope="col">{text.t('history.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.claimId}
              row={row}
              found={cases.find(({ caseId }) => caseId === row.caseId) ?? null}
              onOpenCase={onOpenCase}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly found: CaseSummary | null;
  readonly onOpenCase: (caseId: string) => void;
}

function Row({ row, found, onOpenCase }: RowProps) {
  const text = useText();
  const { caseId, problem } = row;
  const name = plainLine(row.orderId || row.claimId, 40);
  const reason = problem && reasonText(text, problem.reason, problem.params);
  return (
    <tr data-state={row.state}>
      <td>
        {caseId === null ? (
          <bdi>{name}</bdi>
        ) : (
          <button type="button" className="button is-link" onClick={() => onOpenCase(caseId)}>
            <bdi>{name}</bdi>
          </button>
        )}
        {row.orderId && row.orderId !== row.claimId && <div className="muted">{plainLine(row.claimId, 40)}</div>}
      </td>
      <td>
        {reason ? reason.title : text.t(`queue.row.${row.state}`)}
        {reason?.todo && <div className="muted">{reason.todo}</div>}
      </td>
      <td>{row.state === 'done' && found && <VerdictChip verdict={found.verdict} size="small" />}</td>
    </tr>
  );
}
