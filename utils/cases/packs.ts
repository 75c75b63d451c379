import type { CaseDatabase } from './database.ts';

/** What is remembered of an evidence pack that was made: enough to bind a timestamp to it later. */
export interface StoredPack {
  /** SHA-256 of the manifest, 64 lower-case hex digits. */
  readonly rootHash: string;
  readonly caseId: string;
  readonly manifest: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly timestamp: StoredTimestamp | null;
}

/** A timestamp authority's answer (RFC 3161) on a pack's root hash, as it was checked when it was imported. */
export interface StoredTimestamp {
  readonly token: Blob;
  readonly importedAt: string;
  /** The moment that the authority states, ISO 8601. */
  readonly statedAt: string;
  /** The signing certificate's subject, as text. */
  readonly authority: string;
}

/** Remembers a pack; one that was made before with the same content keeps its timestamp. */
export async function writePack(database: CaseDatabase, pack: Omit<StoredPack, 'timestamp'>): Promise<void> {
  const transaction = database.transaction('packs', 'readwrite');
  const known = await transaction.store.get(pack.rootHash);
  if (!known) await transaction.store.put({ ...pack, timestamp: null });
  await transaction.done;
}

/** Adds the authority's answer to the pack that it is about; false when that pack is not known. */
export async function writeTimestamp(
  database: CaseDatabase,
  rootHash: string,
  timestamp: StoredTimestamp,
): Promise<boolean> {
  const transaction = database.transaction('packs', 'readwrite');
  const known = await transaction.store.get(rootHash);
  if (known) await transaction.store.put({ ...known, timestamp });
  await transaction.done;
  return known !== undefined;
}

/** The packs of one case, newest first. */
export async function readPacks(database: CaseDatabase, caseId: string): Promise<StoredPack[]> {
  const packs = await database.getAllFromIndex('packs', 'by-case', caseId);
  return packs.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}
