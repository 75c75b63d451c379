import { formatTime } from '../../utils/text/format-time.ts';
import { useText } from '../controls/text-context.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DeadlineCellProps {
  readonly dueAtMs: number | undefined;
  readonly nowMs: number;
}

/** How long an open claim still has, by the countdown that its page showed. */
export function DeadlineCell({ dueAtMs, nowMs }: DeadlineCellProps) {
  const text = useText();
  if (dueAtMs === undefined) return null;
  const leftMs = dueAtMs - nowMs;
  const left =
    leftMs < 0
      ? text.t('history.deadlinePast')
      : leftMs < DAY_MS
        ? text.t('history.hoursLeft', { count: Math.floor(leftMs / HOUR_MS) })
        : text.t('history.daysLeft', { count: Math.floor(leftMs / DAY_MS) });
  return (
    <>
      <span className={leftMs >= 0 && leftMs < DAY_MS ? 'deadline is-near' : 'deadline'}>{left}</span>
      <div className="muted">{formatTime(new Date(dueAtMs).toISOString(), text.language)}</div>
    </>
  );
}
