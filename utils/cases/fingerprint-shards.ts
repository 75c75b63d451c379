import type { IDBPTransaction, StoreNames } from 'idb';
import { PDQ_WORDS, pdqFromHex } from '../image/pdq.ts';
import type { FingerprintShard, StoredFingerprint } from './case.ts';
import type { CaseDatabase, CaseSchema } from './database.ts';

/** Fingerprints of one shard: 32 kB of hashes, so that erasing one writes little. */
export const SHARD_SIZE = 1024;
/** Shards that are read in one go. */
const READ_AT_ONCE = 64;

export const FINGERPRINT_STORES = ['fingerprints', 'shards', 'shardPictures', 'unpacked'] as const;
type Stores = IDBPTransaction<CaseSchema, (typeof FINGERPRINT_STORES)[number][], 'readwrite'>;

/**
 * Stores a fingerprint; the same picture's again replaces it. Does nothing when the picture is gone by then.
 * @returns its slot, or null while it waits to be packed
 */
export async function writeFingerprint(database: CaseDatabase, fingerprint: StoredFingerprint): Promise<number | null> {
  const transaction = database.transaction([...FINGERPRINT_STORES, 'pictures' as const], 'readwrite');
  const { pictureId } = fingerprint;
  if (!(await transaction.objectStore('pictures').getKey(pictureId))) return null;
  const hash = pdqFromHex(fingerprint.pdq);
  const known = await transaction.objectStore('fingerprints').get(pictureId);
  const slot = known?.slot;
  if (slot === undefined) {
    await transaction.objectStore('fingerprints').put(fingerprint);
    await transaction.objectStore('unpacked').put({ pictureId, hash });
  } else {
    await transaction.objectStore('fingerprints').put({ ...fingerprint, slot });
    const shard = await transaction.objectStore('shards').get(Math.floor(slot / SHARD_SIZE));
    if (shard) {
      shard.hashes.set(hash, (slot % SHARD_SIZE) * PDQ_WORDS);
      await transaction.objectStore('shards').put(shard);
    }
  }
  await transaction.done;
  return slot ?? null;
}

/**
 * Packs the waiting fingerprints into a new shard when they are enough for one.
 * @returns the shard, or null when they are too few
 */
export async function packFingerprints(database: CaseDatabase): Promise<FingerprintShard | null> {
  const transaction = database.transaction(FINGERPRINT_STORES, 'readwrite');
  const waiting = await transaction.objectStore('unpacked').getAll(undefined, SHARD_SIZE);
  if (waiting.length < SHARD_SIZE) return null;
  const known: StoredFingerprint[] = [];
  for (const { pictureId } of waiting) {
    const fingerprint = await transaction.objectStore('fingerprints').get(pictureId);
    if (!fingerprint) throw new Error(`The fingerprint of ${pictureId} waits to be packed and is not stored`);
    known.push(fingerprint);
    await transaction.objectStore('unpacked').delete(pictureId);
  }
  const shard = await putShard(transaction, known);
  await transaction.done;
  return shard;
}

/** Every shard, in order, a few at a time, so that a large history is never in memory twice. */
export async function readShards(
  database: CaseDatabase,
  use: (shards: readonly FingerprintShard[]) => void,
): Promise<void> {
  for (let from = 0; ; ) {
    const shards = await database.getAll('shards', IDBKeyRange.lowerBound(from), READ_AT_ONCE);
    use(shards);
    const last = shards.at(-1);
    if (!last || shards.length < READ_AT_ONCE) return;
    from = last.shard + 1;
  }
}

/** Packs everything anew from `fingerprints`, for shards that do not agree with them: cut off, restored, older. */
export async function rebuildShards(database: CaseDatabase): Promise<void> {
  const clearing = database.transaction(FINGERPRINT_STORES, 'readwrite');
  await clearing.objectStore('shards').clear();
  await clearing.objectStore('shardPictures').clear();
  await clearing.objectStore('unpacked').clear();
  await clearing.done;
  for (let after: string | undefined; ; ) {
    const transaction = database.transaction(FINGERPRINT_STORES, 'readwrite', { durability: 'relaxed' });
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const fingerprints = await transaction.objectStore('fingerprints').getAll(range, SHARD_SIZE);
    if (fingerprints.length === SHARD_SIZE) await putShard(transaction, fingerprints);
    else
      for (const { slot: _, ...fingerprint } of fingerprints) {
        await transaction.objectStore('fingerprints').put(fingerprint);
        await transaction
          .objectStore('unpacked')
          .put({ pictureId: fingerprint.pictureId, hash: pdqFromHex(fingerprint.pdq) });
      }
    await transaction.done;
    if (fingerprints.length < SHARD_SIZE) return;
    after = fingerprints.at(-1)?.pictureId;
  }
}

/**
 * Erases fingerprints from everywhere that they stand, within the caller's transaction: what was deleted is in no store
 * any more.
 */
export async function eraseFingerprints<Names extends StoreNames<CaseSchema>[]>(
  transaction: IDBPTransaction<CaseSchema, Names, 'readwrite'>,
  pictureIds: readonly string[],
): Promise<void> {
  // The caller's transaction covers more stores than these.
  const { objectStore } = transaction as unknown as Stores;
  const store: Stores['objectStore'] = objectStore.bind(transaction);
  for (const pictureId of pictureIds) {
    const slot = (await store('fingerprints').get(pictureId))?.slot;
    await store('fingerprints').delete(pictureId);
    await store('unpacked').delete(pictureId);
    if (slot === undefined) continue;
    const number = Math.floor(slot / SHARD_SIZE);
    const place = slot % SHARD_SIZE;
    const shard = await store('shards').get(number);
    const pictures = await store('shardPictures').get(number);
    if (!shard || pictures?.pictureIds[place] !== pictureId) continue;
    if (shard.live === 1) {
      await store('shards').delete(number);
      await store('shardPictures').delete(number);
      continue;
    }
    shard.hashes.fill(0, place * PDQ_WORDS, (place + 1) * PDQ_WORDS);
    await store('shards').put({ ...shard, live: shard.live - 1 });
    await store('shardPictures').put({ shard: number, pictureIds: pictures.pictureIds.with(place, '') });
  }
}

async function putShard(transaction: Stores, fingerprints: readonly StoredFingerprint[]): Promise<FingerprintShard> {
  const newest = await transaction.objectStore('shards').openKeyCursor(null, 'prev');
  const number = newest ? newest.key + 1 : 0;
  const hashes = new Uint32Array(SHARD_SIZE * PDQ_WORDS);
  for (const [place, fingerprint] of fingerprints.entries()) {
    hashes.set(pdqFromHex(fingerprint.pdq), place * PDQ_WORDS);
    await transaction.objectStore('fingerprints').put({ ...fingerprint, slot: number * SHARD_SIZE + place });
  }
  const shard = { shard: number, hashes, live: fingerprints.length };
  await transaction.objectStore('shards').put(shard);
  await transaction
    .objectStore('shardPictures')
    .put({ shard: number, pictureIds: fingerprints.map(({ pictureId }) => pictureId) });
  return shard;
}
