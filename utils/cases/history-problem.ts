import type { PictureProblem } from './case.ts';

/** What browsers call the failures of storage that a person can do something about. */
const REASONS: Readonly<Record<string, string>> = {
  // The stored history has a higher version than this program knows: an older program was put back.
  VersionError: 'history-newer',
  QuotaExceededError: 'quota',
  // Private windows and switched-off site data; Firefox says InvalidStateError, Chromium SecurityError or UnknownError.
  InvalidStateError: 'history-refused',
  SecurityError: 'history-refused',
  UnknownError: 'history-refused',
};

/** Why the history could not be opened, read or written, as a line to show; the texts are `problem.<reason>.*`. */
export function historyProblemOf(error: unknown): PictureProblem {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const reason = REASONS[name];
  return reason ? { reason } : { reason: 'analysis-broke', params: { detail: message } };
}
