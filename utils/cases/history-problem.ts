import type { PictureProblem } from './case.ts';

/** What browsers call the failures of storage that a person can do something about. */
const REASONS: Readonly<Record<string, string>> = {
  // The stored history has a higher version than this program knows: an older program was put back.
  VersionError: 'history-newer',
  QuotaExceededError: 'quota',
  // What Chromium says when the disk itself is full, seen on a full file system; also a disk that fails.
  UnknownError: 'disk',
  // Private windows and switched-off site data.
  InvalidStateError: 'history-refused',
  SecurityError: 'history-refused',
};

/** Chromium's DataError for a picture that the disk had no room for, seen on a full file system. */
const BLOBS_NOT_WRITTEN = /Failed to write blobs/;

/** Why the history could not be opened, read or written, as a line to show; the texts are `problem.<reason>.*`. */
export function historyProblemOf(error: unknown): PictureProblem {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return problemNamed(name, message);
}

/** The same for an error that came as text, `Name: message`. */
export function historyProblemOfText(detail: string): PictureProblem {
  return problemNamed(detail.slice(0, Math.max(0, detail.indexOf(':'))), detail);
}

function problemNamed(name: string, message: string): PictureProblem {
  const reason = BLOBS_NOT_WRITTEN.test(message) ? 'disk' : REASONS[name];
  return reason ? { reason } : { reason: 'analysis-broke', params: { detail: message } };
}
