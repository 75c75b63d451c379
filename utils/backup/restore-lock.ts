import type { CaseDatabase } from '../cases/database.ts';
import { undoRestore } from './undo-restore.ts';

const LOCK = 'refund-lens-restore';

/** Runs one restore at a time, over all pages of the extension. */
export function withRestoreLock<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  return navigator.locks.request(LOCK, work);
}

/** At the start of the browser: takes out what a restore that was cut off has left, unless one is running. */
export async function undoUnfinishedRestore(database: CaseDatabase): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? undoRestore(database) : false));
}
