import type { StoreNames } from 'idb';
import { sha256Hex } from '../sha256.ts';
import { historySalt, SALT_KEY } from './buyer-key.ts';
import type { CaseDatabase, CaseSchema } from './database.ts';
import { eraseFingerprints } from './fingerprint-shards.ts';
import { type LogTransaction, logged } from './log.ts';
import { readPackingOf } from './packing-files.ts';

/** Every store that holds something of a case. */
export const CASE_STORES: readonly StoreNames<CaseSchema>[] = [
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
  'pageShots',
  'summaries',
  'handlings',
];

/** Cases of one transaction of the automatic deletion; a longer one would keep an analysis waiting. */
const CASES_PER_TRANSACTION = 200;

/** Deletes a claim with everything stored about it, and logs that. */
export async function deleteCase(database: CaseDatabase, caseId: string, now: string): Promise<void> {
  const claimHash = await sha256Hex(new TextEncoder().encode(`${await historySalt(database)}\n${caseId}`));
  await logged(
    database,
    CASE_STORES,
    { at: now, action: 'delete-case', params: { count: 1, claimHash } },
    (transaction) => deleteInTransaction(transaction, caseId),
  );
}

/**
 * Deletes every claim of a buyer and what was attached to their orders, and logs that.
 * @returns the ids of the deleted cases
 */
export async function deleteBuyer(database: CaseDatabase, buyerKey: string, now: string): Promise<readonly string[]> {
  const cases = await database.getAllFromIndex('cases', 'by-buyer', buyerKey);
  const caseIds = cases.map(({ caseId }) => caseId);
  const packing = (await Promise.all(cases.map((order) => readPackingOf(database, order)))).flat();
  const params = { count: caseIds.length };
  const stores = [...CASE_STORES, 'packing' as const];
  await logged(database, stores, { at: now, action: 'delete-buyer', params }, async (transaction) => {
    for (const caseId of caseIds) await deleteInTransaction(transaction, caseId);
    for (const { platform, orderId, sha256 } of packing)
      await transaction.objectStore('packing').delete([platform, orderId, sha256]);
  });
  return caseIds;
}

/** Deletes every claim and packing record, and the salt of the buyers' keys; settings, keys and the log stay. */
export async function deleteAll(database: CaseDatabase, now: string): Promise<void> {
  const params = { count: await database.count('cases') };
  await logged(
    database,
    [...CASE_STORES, 'packing', 'settings'],
    { at: now, action: 'delete-all', params },
    async (transaction) => {
      for (const store of [...CASE_STORES, 'packing' as const]) await transaction.objectStore(store).clear();
      await transaction.objectStore('settings').delete(SALT_KEY);
    },
  );
}

/**
 * Deletes the claims whose retention period is over and the packing files that arrived before it and belong to no claim
 * that is left, and logs how many.
 * @param retentionDays null keeps everything
 * @returns the number of deleted claims and packing files
 */
export async function deleteExpired(
  database: CaseDatabase,
  retentionDays: number | null,
  now: string,
): Promise<number> {
  if (retentionDays === null) return 0;
  const before = new Date(Date.parse(now) - retentionDays * 86_400_000).toISOString();
  const expired = await database.getAllKeysFromIndex('summaries', 'by-kept', IDBKeyRange.upperBound(before, true));
  for (let start = 0; start < expired.length; start += CASES_PER_TRANSACTION) {
    const caseIds = expired.slice(start, start + CASES_PER_TRANSACTION);
    const params = { count: caseIds.length, retentionDays };
    await logged(database, CASE_STORES, { at: now, action: 'delete-expired', params }, async (transaction) => {
      for (const caseId of caseIds) await deleteInTransaction(transaction, caseId);
    });
  }
  return expired.length + (await deleteExpiredPacking(database, before, now));
}

async function deleteExpiredPacking(database: CaseDatabase, before: string, now: string): Promise<number> {
  const old = await database.getAllKeysFromIndex('packing', 'by-arrival', IDBKeyRange.upperBound(before, true));
  const expired: typeof old = [];
  for (const key of old) if ((await database.countFromIndex('cases', 'by-order', key[1])) === 0) expired.push(key);
  if (expired.length === 0) return 0;
  const entry = { at: now, action: 'delete-expired-packing', params: { count: expired.length } } as const;
  await logged(database, ['packing'], entry, async (transaction) => {
    for (const key of expired) await transaction.objectStore('packing').delete(key);
  });
  return expired.length;
}

/** Claims that the next automatic deletion would take. */
export async function countExpired(database: CaseDatabase, retentionDays: number, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - retentionDays * 86_400_000).toISOString();
  return database.countFromIndex('summaries', 'by-kept', IDBKeyRange.upperBound(before, true));
}

/** Deletes everything of a case inside a transaction over `CASE_STORES`. */
export async function deleteInTransaction(transaction: LogTransaction, caseId: string): Promise<void> {
  const pictureIds = await transaction.objectStore('pictures').index('by-case').getAllKeys(caseId);
  for (const pictureId of pictureIds) {
    const ofPicture = IDBKeyRange.bound([pictureId], [pictureId, []]);
    for (const store of ['pictures', 'previews', 'words'] as const)
      await transaction.objectStore(store).delete(pictureId);
    for (const store of ['results', 'reviews', 'damages', 'damagePatches'] as const)
      await transaction.objectStore(store).delete(ofPicture);
  }
  await eraseFingerprints(transaction, pictureIds);
  for (const rootHash of await transaction.objectStore('packs').index('by-case').getAllKeys(caseId))
    await transaction.objectStore('packs').delete(rootHash);
  for (const store of ['cases', 'summaries', 'handlings', 'pageShots'] as const)
    await transaction.objectStore(store).delete(caseId);
}
