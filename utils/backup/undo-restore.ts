import type { CaseDatabase } from '../cases/database.ts';
import { CASE_STORES, deleteInTransaction } from '../cases/delete-cases.ts';
import type { LogTransaction } from '../cases/log.ts';

/** Names the cases that a restore is adding, for as long as it has not ended. */
export const RESTORE_JOURNAL = 'restore-journal';

/** Cases of one transaction. */
const CASES_PER_TRANSACTION = 200;

/**
 * Takes out what a restore that never ended has added; does nothing where there was none. Whoever calls it makes sure
 * that no restore is running.
 * @returns whether there was one
 */
export async function undoRestore(database: CaseDatabase): Promise<boolean> {
  const journal = await database.get('settings', RESTORE_JOURNAL);
  if (!journal) return false;
  const caseIds = journal.value as readonly string[];
  for (let start = 0; start < caseIds.length; start += CASES_PER_TRANSACTION) {
    const transaction = database.transaction([...CASE_STORES], 'readwrite');
    for (const caseId of caseIds.slice(start, start + CASES_PER_TRANSACTION))
      await deleteInTransaction(transaction as LogTransaction, caseId);
    await transaction.done;
  }
  await database.delete('settings', RESTORE_JOURNAL);
  return true;
}
