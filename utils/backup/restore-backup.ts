import type { StoreNames } from 'idb';
import { buyerKeyOf, SALT_KEY } from '../cases/buyer-key.ts';
import { caseIdOfPicture, type StoredCase } from '../cases/case.ts';
import type { CaseDatabase, CaseSchema } from '../cases/database.ts';
import { logged } from '../cases/log.ts';
import { type SummaryTransaction, summariseCase } from '../cases/summarise-case.ts';
import { BackupProblem, type BackupReason } from './backup-problem.ts';
import { type BackupPart, readParts } from './record-frames.ts';
import { openSealed } from './sealed-stream.ts';
import { RESTORE_JOURNAL, undoRestore } from './undo-restore.ts';
import { LOCAL_SETTINGS } from './write-backup.ts';

/** Records of one transaction; their Blobs are references by then. */
const RECORDS_PER_TRANSACTION = 500;
const CASES_PER_SUMMARY_TRANSACTION = 200;

export type RestoreAnswer =
  | {
      readonly status: 'done';
      readonly addedCount: number;
      /** Cases that were here already; they are left as they are. */
      readonly keptCount: number;
      readonly madeAt: string;
      /** The settings outside the database, as backed up. */
      readonly localSettings: Readonly<Record<string, unknown>>;
    }
  | { readonly status: 'refused'; readonly reason: BackupReason };

/** What a first reading of the whole file finds, before anything is written. */
interface Inspection {
  readonly madeAt: string;
  readonly caseIds: ReadonlySet<string>;
  readonly salt: unknown;
  readonly localSettings: Readonly<Record<string, unknown>>;
}

interface Incoming {
  readonly store: StoreNames<CaseSchema>;
  readonly value: unknown;
}

/**
 * Adds the cases of a backup that are not here, each whole, and leaves those that are. The file is read twice: all of it
 * is verified before the first record is written. When writing fails, what was added is taken out again; when the browser
 * dies in the middle, `undoRestore` does that at the next start.
 * @throws DOMException QuotaExceededError where storage is full, with the history as it was
 */
export async function restoreBackup(
  database: CaseDatabase,
  file: Blob,
  passphrase: string,
  now: string,
  onProgress: (doneBytes: number, totalBytes: number) => void = () => undefined,
): Promise<RestoreAnswer> {
  await undoRestore(database);
  let inspection: Inspection;
  try {
    inspection = await inspect(database, file, passphrase, (bytes) => onProgress(bytes / 2, file.size));
  } catch (error) {
    if (error instanceof BackupProblem) return { status: 'refused', reason: error.reason };
    throw error;
  }
  const { caseIds, madeAt, localSettings } = inspection;
  const known = new Set(await database.getAllKeys('cases'));
  const added = new Set([...caseIds].filter((caseId) => !known.has(caseId)));
  await database.put('settings', { key: RESTORE_JOURNAL, value: [...added] });
  try {
    const plain = openSealed(file, passphrase, (bytes) => onProgress((file.size + bytes) / 2, file.size));
    const others = await addCases(database, readParts(plain), added, inspection.salt);
    await finish(database, [...added], others, { at: now, madeAt, keptCount: caseIds.size - added.size });
  } catch (error) {
    await undoRestore(database);
    throw error;
  }
  return { status: 'done', addedCount: added.size, keptCount: caseIds.size - added.size, madeAt, localSettings };
}

async function inspect(
  database: CaseDatabase,
  file: Blob,
  passphrase: string,
  onRead: (bytes: number) => void,
): Promise<Inspection> {
  const caseIds = new Set<string>();
  let madeAt = '';
  let salt: unknown;
  let localSettings: Readonly<Record<string, unknown>> = {};
  for await (const part of readParts(openSealed(file, passphrase, onRead))) {
    if (part.kind === 'head') {
      if ((part.head.schemaVersion as number) > database.version) throw new BackupProblem('backup-newer');
      madeAt = part.head.madeAt as string;
    }
    if (part.kind !== 'record') continue;
    if (part.store === LOCAL_SETTINGS) localSettings = part.value as Record<string, unknown>;
    else if (part.store === 'cases') caseIds.add((part.value as StoredCase).caseId);
    else if (part.store === 'settings' && (part.value as { key: string }).key === SALT_KEY)
      salt = (part.value as { value: unknown }).value;
  }
  return { madeAt, caseIds, salt, localSettings };
}

/** Writes what belongs to the added cases; returns the records that belong to no case. */
async function addCases(
  database: CaseDatabase,
  parts: AsyncIterable<BackupPart>,
  added: ReadonlySet<string>,
  salt: unknown,
): Promise<readonly Incoming[]> {
  const isSameSalt = await takeSalt(database, salt);
  const buyerKeys = new Map<string, string | null>();
  const others: Incoming[] = [];
  let batch: Incoming[] = [];
  for await (const part of parts) {
    if (part.kind !== 'record' || part.store === LOCAL_SETTINGS) continue;
    const incoming = { store: part.store as StoreNames<CaseSchema>, value: part.value };
    const caseId = caseOf(part.value);
    if (caseId === null) others.push(incoming);
    else if (added.has(caseId)) {
      if (part.store === 'cases' && !isSameSalt)
        buyerKeys.set(caseId, await buyerKeyOf(database, (part.value as StoredCase).claim));
      batch.push({ ...incoming, value: withoutSlot(withBuyerKey(part.value, buyerKeys.get(caseId))) });
    }
    if (batch.length === RECORDS_PER_TRANSACTION) {
      await putAll(database, batch);
      batch = [];
    }
  }
  await putAll(database, batch);
  return others;
}

/** Keys of buyers are hashes under a history's own salt: an empty history takes over the backup's. */
async function takeSalt(database: CaseDatabase, salt: unknown): Promise<boolean> {
  const transaction = database.transaction('settings', 'readwrite');
  const own = await transaction.store.get(SALT_KEY);
  if (!own && salt !== undefined) await transaction.store.put({ key: SALT_KEY, value: salt });
  await transaction.done;
  return !own || own.value === salt;
}

async function putAll(database: CaseDatabase, batch: readonly Incoming[]): Promise<void> {
  if (batch.length === 0) return;
  const transaction = database.transaction([...new Set(batch.map(({ store }) => store))], 'readwrite');
  try {
    for (const { store, value } of batch) await transaction.objectStore(store).put(value as never);
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    throw error;
  }
}

/** Makes the rows of the list, adds what belongs to no case where it is missing here, and logs the restore. */
async function finish(
  database: CaseDatabase,
  added: readonly string[],
  others: readonly Incoming[],
  { at, madeAt, keptCount }: { readonly at: string; readonly madeAt: string; readonly keptCount: number },
): Promise<void> {
  for (let start = 0; start < added.length; start += CASES_PER_SUMMARY_TRANSACTION) {
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const caseId of added.slice(start, start + CASES_PER_SUMMARY_TRANSACTION))
      await summariseCase(transaction as SummaryTransaction, caseId);
    await transaction.done;
  }
  // Two chains cannot be joined: the backup's log is taken over where there is none.
  const takesLog = (await database.count('log')) === 0;
  const logLines = others.filter(({ store }) => store === 'log');
  if (takesLog) await putAll(database, logLines);
  const rest = others.filter(({ store }) => store !== 'log');
  const stores: StoreNames<CaseSchema>[] = ['settings', ...rest.map(({ store }) => store)];
  const params = { count: added.length, keptCount, madeAt };
  await logged(database, stores, { at, action: 'restore', params }, async (transaction) => {
    for (const { store, value } of rest) {
      const objectStore = transaction.objectStore(store);
      const key = keyOf(value, objectStore.keyPath as string | string[]);
      if ((await objectStore.getKey(key as never)) === undefined) await objectStore.put(value as never);
    }
    await transaction.objectStore('settings').delete(RESTORE_JOURNAL);
  });
}

/** The case that a record belongs to; null for one that belongs to none. */
function caseOf(value: unknown): string | null {
  const { caseId, pictureId } = value as { readonly caseId?: string; readonly pictureId?: string };
  return caseId ?? (pictureId === undefined ? null : caseIdOfPicture(pictureId));
}

function withBuyerKey(value: unknown, buyerKey: string | null | undefined): unknown {
  const record = value as Record<string, unknown>;
  return buyerKey !== undefined && 'buyerKey' in record ? { ...record, buyerKey } : record;
}

/** A fingerprint's place among the packed ones is this history's own; the next start finds it one. */
function withoutSlot(value: unknown): unknown {
  const { slot, ...record } = value as Record<string, unknown>;
  return slot === undefined ? value : record;
}

function keyOf(value: unknown, keyPath: string | readonly string[]): unknown {
  const record = value as Record<string, unknown>;
  return typeof keyPath === 'string' ? record[keyPath] : keyPath.map((part) => record[part]);
}
