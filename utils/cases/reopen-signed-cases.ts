import type { CaseDatabase } from './database.ts';

const CHECK = 'c2pa';

/**
 * Forgets what was said about signed records, since that depends on the trust list, and sets the cases concerned to be
 * run again; every other result stays. Files without a record were skipped and are not looked at anew.
 * @returns the ids of those cases
 */
export async function reopenSignedCases(database: CaseDatabase): Promise<string[]> {
  const transaction = database.transaction(['cases', 'results'], 'readwrite');
  const caseIds = new Set<string>();
  for (let cursor = await transaction.objectStore('results').openCursor(); cursor; cursor = await cursor.continue()) {
    const { check, outcome, caseId } = cursor.value;
    if (check !== CHECK || outcome.status !== 'done') continue;
    caseIds.add(caseId);
    await cursor.delete();
  }
  for (const caseId of caseIds) {
    const stored = await transaction.objectStore('cases').get(caseId);
    if (stored) await transaction.objectStore('cases').put({ ...stored, status: 'running' });
  }
  await transaction.done;
  return [...caseIds];
}
