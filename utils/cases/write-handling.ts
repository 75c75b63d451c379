import { type HandlingChange, MAX_NOTES_LENGTH } from './case-handling.ts';
import type { CaseDatabase } from './database.ts';
import { refreshSummary, SUMMARISED_STORES } from './summarise-case.ts';

/**
 * Stores how a claim ended, the seller's notes, or both; does nothing when the case is gone.
 * @param now ISO 8601; becomes the day of the outcome when the outcome changes
 * @throws RangeError for notes longer than `MAX_NOTES_LENGTH`
 */
export async function writeHandling(
  database: CaseDatabase,
  caseId: string,
  change: HandlingChange,
  now: string,
): Promise<void> {
  if ((change.notes?.length ?? 0) > MAX_NOTES_LENGTH) throw new RangeError('These notes are too long');
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  const handlings = transaction.objectStore('handlings');
  const known = (await handlings.get(caseId)) ?? { caseId, outcome: null, closedAt: null, notes: '' };
  if (await transaction.objectStore('cases').getKey(caseId)) {
    const changed = { ...known, ...change };
    const closedAt = changed.outcome === known.outcome ? known.closedAt : changed.outcome && now;
    await handlings.put({ ...changed, closedAt });
    await refreshSummary(transaction, caseId);
  }
  await transaction.done;
}
