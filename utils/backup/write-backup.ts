import type { StoreNames } from 'idb';
import type { CaseDatabase, CaseSchema } from '../cases/database.ts';
import { MIN_PASSPHRASE_LENGTH } from './backup-key.ts';
import { writeEnd, writeHead, writeRecord } from './record-frames.ts';
import { SealingStream, type Sink } from './sealed-stream.ts';

/** What is made anew from the rest when a backup is restored. */
export const DERIVED_STORES: readonly string[] = ['summaries', 'shards', 'shardPictures', 'unpacked'];
/** Stands for the settings that are kept outside the database. */
export const LOCAL_SETTINGS = 'local-settings';
/** Cases and pictures come first, so that a restore that was cut off can be undone by what belongs to its cases. */
const FIRST_STORES: readonly string[] = ['cases', 'pictures'];
/** Records that are read in one request; pictures are read as references, their bytes one after the other. */
const RECORDS_PER_REQUEST = 200;

interface BackupSource {
  readonly database: CaseDatabase;
  /** Everything in the extension's own storage. */
  readonly localSettings: Readonly<Record<string, unknown>>;
}

/**
 * Writes everything stored into one sealed file. Only a chunk of it is in memory at a time.
 * @param onProgress told how many of how many records are written
 * @returns the number of cases in it
 * @throws RangeError for a passphrase that is too short
 */
export async function writeBackup(
  { database, localSettings }: BackupSource,
  passphrase: string,
  sink: Sink,
  now: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) throw new RangeError('This passphrase is too short');
  const stores = backedUpStores(database);
  const counts: Record<string, number> = {};
  for (const store of stores) counts[store] = await database.count(store);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const sealing = await SealingStream.start(sink, passphrase);
  const write = (bytes: Uint8Array) => sealing.write(bytes);
  await writeHead(write, { schemaVersion: database.version, madeAt: now });
  await writeRecord(write, LOCAL_SETTINGS, localSettings);
  const written: Record<string, number> = {};
  let done = 0;
  for (const store of stores) {
    written[store] = 0;
    for await (const value of recordsOf(database, store)) {
      await writeRecord(write, store, value);
      written[store]++;
      onProgress(++done, Math.max(done, total));
    }
  }
  await writeEnd(write, written);
  await sealing.end();
  return written.cases ?? 0;
}

/** The stores that a backup holds, in its order. */
export function backedUpStores(database: CaseDatabase): readonly StoreNames<CaseSchema>[] {
  const stores = [...database.objectStoreNames].filter((store) => !DERIVED_STORES.includes(store));
  return [
    ...stores.filter((store) => FIRST_STORES.includes(store)),
    ...stores.filter((store) => !FIRST_STORES.includes(store)),
  ];
}

async function* recordsOf(database: CaseDatabase, store: StoreNames<CaseSchema>): AsyncGenerator<unknown> {
  for (let after: IDBValidKey | null = null; ; ) {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const transaction = database.transaction(store);
    const keys: IDBValidKey[] = await transaction.store.getAllKeys(range as never, RECORDS_PER_REQUEST);
    const values = await transaction.store.getAll(range as never, RECORDS_PER_REQUEST);
    yield* values;
    if (keys.length < RECORDS_PER_REQUEST) return;
    after = keys.at(-1) as IDBValidKey;
  }
}
