import type { CaseDatabase } from '../cases/database.ts';
import { logged } from '../cases/log.ts';
import type { SignedExchange } from './exchange-file.ts';

/** Another shop whose fingerprints are here. */
export interface SharedSource {
  readonly sourceKey: string;
  readonly shop: string;
  readonly count: number;
  readonly importedAt: string;
}

/** Stores another shop's list in the place of its earlier one, and logs that. */
export async function importExchange(database: CaseDatabase, exchange: SignedExchange, now: string): Promise<void> {
  const { sourceKey, shop, fingerprints } = exchange;
  const params = { sourceKey, shop, count: fingerprints.length };
  await logged(
    database,
    ['sharedFingerprints'],
    { at: now, action: 'import-fingerprints', params },
    async (transaction) => {
      const store = transaction.objectStore('sharedFingerprints');
      for (const key of await store.index('by-source').getAllKeys(sourceKey)) await store.delete(key);
      for (const fingerprint of fingerprints) await store.put({ ...fingerprint, sourceKey, shop, importedAt: now });
    },
  );
}

/** The shops whose fingerprints are here. */
export async function listSources(database: CaseDatabase): Promise<readonly SharedSource[]> {
  const sources = new Map<string, SharedSource>();
  for (const { sourceKey, shop, importedAt } of await database.getAll('sharedFingerprints')) {
    const count = (sources.get(sourceKey)?.count ?? 0) + 1;
    sources.set(sourceKey, { sourceKey, shop, importedAt, count });
  }
  return [...sources.values()];
}

/** Forgets what came from another shop, and logs that. */
export async function deleteSource(database: CaseDatabase, sourceKey: string, now: string): Promise<void> {
  const count = await database.countFromIndex('sharedFingerprints', 'by-source', sourceKey);
  const params = { sourceKey, count };
  await logged(database, ['sharedFingerprints'], { at: now, action: 'delete-source', params }, async (transaction) => {
    const store = transaction.objectStore('sharedFingerprints');
    for (const key of await store.index('by-source').getAllKeys(sourceKey)) await store.delete(key);
  });
}
