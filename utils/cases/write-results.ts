import type { StoreNames } from 'idb';
import type { CaseStatus, PictureProblem, StoredPicture, StoredResult, StoredReview } from './case.ts';
import type { CaseDatabase, CaseSchema } from './database.ts';
import { refreshPictureMark, refreshSummary, SUMMARISED_STORES, summariseCase } from './summarise-case.ts';

const DESCRIBED_STORES: StoreNames<CaseSchema>[] = [...SUMMARISED_STORES, 'previews'];

/** Changes some fields of a stored picture; does nothing when it is gone. */
export function updatePicture(
  database: CaseDatabase,
  pictureId: string,
  change: Partial<StoredPicture>,
): Promise<void> {
  return describePicture(database, pictureId, change, null);
}

/** Stores what one check said, replacing what it said before; does nothing when the case is gone. */
export function writeResult(database: CaseDatabase, result: StoredResult): Promise<void> {
  return writeResults(database, [result]);
}

/** Stores what checks said about one case in one transaction, replacing what each said before. */
export async function writeResults(database: CaseDatabase, results: readonly StoredResult[]): Promise<void> {
  const [first] = results;
  if (!first) return;
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  if (await transaction.objectStore('cases').getKey(first.caseId)) {
    await Promise.all(results.map((result) => transaction.objectStore('results').put(result)));
    // One after the other: each changes the row that the next begins with.
    for (const pictureId of new Set(results.map((result) => result.pictureId)))
      await refreshPictureMark(transaction, pictureId);
  }
  await transaction.done;
}

/** Changes some fields of a stored picture and stores its small version with it; does nothing when it is gone. */
export async function describePicture(
  database: CaseDatabase,
  pictureId: string,
  change: Partial<StoredPicture>,
  preview: Blob | null,
): Promise<void> {
  const transaction = database.transaction(DESCRIBED_STORES, 'readwrite');
  const pictures = transaction.objectStore('pictures');
  const picture = await pictures.get(pictureId);
  if (picture) {
    if (preview) await transaction.objectStore('previews').put({ pictureId, blob: preview });
    await pictures.put({ ...picture, ...change });
    await refreshPictureMark(transaction, pictureId);
  }
  await transaction.done;
}

/** Notes that a run of these checks has begun; does nothing when the case is gone. */
export async function beginRun(database: CaseDatabase, caseId: string, checks: readonly string[]): Promise<void> {
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  const stored = await transaction.objectStore('cases').get(caseId);
  if (stored) {
    await transaction.objectStore('cases').put({ ...stored, status: 'running', checks });
    await refreshSummary(transaction, caseId);
  }
  await transaction.done;
}

/** Changes the status of a case; does nothing when it is gone. */
export async function setCaseStatus(
  database: CaseDatabase,
  caseId: string,
  status: CaseStatus,
  now: string,
  problem: PictureProblem | null = null,
): Promise<void> {
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  const stored = await transaction.objectStore('cases').get(caseId);
  if (stored) {
    await transaction.objectStore('cases').put({ ...stored, status, problem, updatedAt: now });
    await refreshSummary(transaction, caseId);
  }
  await transaction.done;
}

/** Forgets what the checks said about a case and what could not be fetched, so that the next run does it all again. */
export async function forgetResults(database: CaseDatabase, caseId: string): Promise<void> {
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  for (const key of await transaction.objectStore('results').index('by-case').getAllKeys(caseId))
    await transaction.objectStore('results').delete(key);
  for (const picture of await transaction.objectStore('pictures').index('by-case').getAll(caseId)) {
    await transaction.objectStore('pictures').put({ ...picture, problem: null, decodeMs: null });
  }
  await summariseCase(transaction, caseId);
  await transaction.done;
}

/** Stores the seller's word on a finding; `null` takes it back. */
export async function writeReview(
  database: CaseDatabase,
  pictureId: string,
  kind: string,
  word: StoredReview['word'] | null,
  now: string,
): Promise<void> {
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  const reviews = transaction.objectStore('reviews');
  if (word === null) await reviews.delete([pictureId, kind]);
  else await reviews.put({ pictureId, kind, word, at: now });
  await refreshPictureMark(transaction, pictureId);
  await transaction.done;
}
