import type { PictureProblem } from './case.ts';
import { NO_ROOM } from './require-disk-space.ts';

/** Begins the message of a browser that does not open the history, by which the error is known again where its name was lost on the way. */
export const SILENT_HISTORY = 'The history does not open';

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

/**
 * What Chromium says of a full file system, as seen on one: of a picture that it had no room for, and of its own files. An
 * error that has crossed to another page has lost its name, so the words must do. Firefox says the last of its extensions' own settings.
 */
const DISK_FULL = new RegExp(
  `Failed to write blobs|FILE_ERROR_NO_SPACE|${NO_ROOM}|storage\\.local API call exceeded its quota`,
);

/** Why the history could not be opened, read or written, as a line to show; the texts are `problem.<reason>.*`. */
export function historyProblemOf(error: unknown): PictureProblem {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return problemNamed(name, message);
}

/** The same for an error that came as text, `Name: message`. */
export function historyProblemOfText(detail: string): PictureProblem {
  return problemNamed(detail.slice(0, Math.max(0, detail.indexOf(':'))), detail);
}

/** Why a claim of a queue could not be begun, for a line that has room for a reason alone. */
export function reasonNotStarted(error: unknown): string {
  const { reason, params } = historyProblemOf(error);
  return params ? 'claim-interrupted' : reason;
}

function problemNamed(name: string, message: string): PictureProblem {
  const reason = message.includes(SILENT_HISTORY) ? 'history-silent' : DISK_FULL.test(message) ? 'disk' : REASONS[name];
  return reason ? { reason } : { reason: 'analysis-broke', params: { detail: message } };
}
