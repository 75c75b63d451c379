import type { CaseStatus, PictureProblem, StoredPicture, StoredResult, StoredReview } from './case.ts';
import type { CaseDatabase } from './database.ts';
import { eraseFingerprints } from './fingerprint-shards.ts';

/** Changes some fields of a stored picture; does nothing when it is gone. */
export async function updatePicture(
  database: CaseDatabase,
  pictureId: string,
  change: Partial<StoredPicture>,
): Promise<void> {
  const transaction = database.transaction('pictures', 'readwrite');
  const picture = await transaction.store.get(pictureId);
  if (picture) await transaction.store.put({ ...picture, ...change });
  await transaction.done;
}

/** Stores what one check said, replacing what it said before. */
export async function writeResult(database: CaseDatabase, result: StoredResult): Promise<void> {
  await database.put('results', result);
}

export async function writePreview(database: CaseDatabase, pictureId: string, blob: Blob): Promise<void> {
  await database.put('previews', { pictureId, blob });
}

/** Changes the status of a case; does nothing when it is gone. */
export async function setCaseStatus(
  database: CaseDatabase,
  caseId: string,
  status: CaseStatus,
  now: string,
  problem: PictureProblem | null = null,
): Promise<void> {
  const transaction = database.transaction('cases', 'readwrite');
  const stored = await transaction.store.get(caseId);
  if (stored) await transaction.store.put({ ...stored, status, problem, updatedAt: now });
  await transaction.done;
}

/** Forgets what the checks said about a case and what could not be fetched, so that the next run does it all again. */
export async function forgetResults(database: CaseDatabase, caseId: string): Promise<void> {
  const transaction = database.transaction(['pictures', 'results'], 'readwrite');
  for (const key of await transaction.objectStore('results').index('by-case').getAllKeys(caseId))
    await transaction.objectStore('results').delete(key);
  for (const picture of await transaction.objectStore('pictures').index('by-case').getAll(caseId)) {
    await transaction.objectStore('pictures').put({ ...picture, problem: null, decodeMs: null });
  }
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
  if (word === null) await database.delete('reviews', [pictureId, kind]);
  else await database.put('reviews', { pictureId, kind, word, at: now });
}

/** Deletes a claim with its pictures, previews, results, reviews and fingerprints, in one transaction. */
export async function deleteCase(database: CaseDatabase, caseId: string): Promise<void> {
  const transaction = database.transaction(
    [
      'cases',
      'pictures',
      'previews',
      'results',
      'reviews',
      'fingerprints',
      'shards',
      'shardPictures',
      'unpacked',
      'words',
      'damages',
      'damagePatches',
      'packs',
    ],
    'readwrite',
  );
  const pictureIds = await transaction.objectStore('pictures').index('by-case').getAllKeys(caseId);
  for (const pictureId of pictureIds) {
    const ofPicture = IDBKeyRange.bound([pictureId], [pictureId, []]);
    await transaction.objectStore('pictures').delete(pictureId);
    await transaction.objectStore('previews').delete(pictureId);
    await transaction.objectStore('results').delete(ofPicture);
    await transaction.objectStore('reviews').delete(ofPicture);
    await transaction.objectStore('words').delete(pictureId);
    await transaction.objectStore('damages').delete(ofPicture);
    await transaction.objectStore('damagePatches').delete(ofPicture);
  }
  for (const rootHash of await transaction.objectStore('packs').index('by-case').getAllKeys(caseId))
    await transaction.objectStore('packs').delete(rootHash);
  await eraseFingerprints(transaction, pictureIds);
  await transaction.objectStore('cases').delete(caseId);
  await transaction.done;
}
