import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import { MAX_PACKING_FILES } from '../limits.ts';
import type { CapturedImage } from './case.ts';
import type { CaseDatabase } from './database.ts';
import { logged } from './log.ts';
import type { PictureAtHand } from './store-claim.ts';

/** The order that packing files belong to. */
export interface PackedOrder {
  /** Id of the seller center; `MANUAL_PLATFORM` where the seller did not say which. */
  readonly platform: string;
  /** As `orderNumber` writes it; never empty. */
  readonly orderId: string;
}

/** A photo or video of packing, byte for byte as it was attached. `image.receivedAt` is the time of arrival. */
export interface PackingFile extends PackedOrder {
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly name: string;
  readonly media: 'image' | 'video';
  readonly image: CapturedImage;
}

/** An order number as typed or pasted, without the spaces and full-width digits that come along. */
export function orderNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * Keeps files for orders, in one transaction. A file that is there already for that order keeps its time of arrival.
 * @returns how many are new
 */
export async function addPackingFiles(database: CaseDatabase, files: readonly PackingFile[]): Promise<number> {
  const transaction = database.transaction('packing', 'readwrite');
  let count = 0;
  try {
    for (const file of files) {
      const { platform, orderId, sha256 } = file;
      if (await transaction.store.getKey([platform, orderId, sha256])) continue;
      await transaction.store.put(file);
      count++;
    }
    await transaction.done;
  } catch (error) {
    // What the storage has no room for ends the transaction by itself; anything else must not leave half of the files.
    transaction.done.catch(() => undefined);
    if (transaction.error === null) transaction.abort();
    throw error;
  }
  return count;
}

/** The files of an order, in order of arrival. A file without a seller center may be of any order of that number. */
export async function readPackingOf(database: CaseDatabase, order: PackedOrder): Promise<PackingFile[]> {
  const orderId = orderNumber(order.orderId);
  if (orderId === '') return [];
  const files = await database.getAllFromIndex('packing', 'by-order', orderId);
  const ofOrder = files.filter(({ platform }) => isSamePlatform(platform, order.platform));
  return inOrderOfArrival([
    ...new Map(
      inOrderOfArrival(ofOrder)
        .toReversed()
        .map((file) => [file.sha256, file]),
    ).values(),
  ]);
}

/** The newest files, newest first, whose order number begins with `typed`; of all orders where that is empty. */
export async function findPackingFiles(database: CaseDatabase, typed: string, limit: number): Promise<PackingFile[]> {
  const start = orderNumber(typed);
  if (start !== '') {
    const range = IDBKeyRange.bound(start, `${start}\uffff`);
    const found = await database.getAllFromIndex('packing', 'by-order', range);
    return inOrderOfArrival(found).toReversed().slice(0, limit);
  }
  const newest: PackingFile[] = [];
  let cursor = await database.transaction('packing').store.index('by-arrival').openCursor(null, 'prev');
  for (; cursor && newest.length < limit; cursor = await cursor.continue()) newest.push(cursor.value);
  return newest;
}

/** Deletes one file and logs that. Cases that were compared with it keep their record. */
export async function deletePackingFile(
  database: CaseDatabase,
  { platform, orderId, sha256 }: PackedOrder & Pick<PackingFile, 'sha256'>,
  now: string,
): Promise<void> {
  const entry = { at: now, action: 'delete-packing', params: { count: 1 } } as const;
  await logged(database, ['packing'], entry, (transaction) =>
    transaction.objectStore('packing').delete([platform, orderId, sha256]),
  );
}

/** The packing files of a claim's order as parts of its case. Their address stands for their bytes. */
export async function packingAtHand(database: CaseDatabase, order: PackedOrder): Promise<PictureAtHand[]> {
  const files = await readPackingOf(database, order);
  return files
    .slice(0, MAX_PACKING_FILES)
    .map(({ sha256, name, image }) => ({ role: 'packing', url: `packing:${sha256}`, name, captured: image }));
}

function isSamePlatform(a: string, b: string): boolean {
  return a === b || a === MANUAL_PLATFORM || b === MANUAL_PLATFORM;
}

function inOrderOfArrival(files: readonly PackingFile[]): PackingFile[] {
  return files.toSorted((a, b) => a.image.receivedAt.localeCompare(b.image.receivedAt) || a.name.localeCompare(b.name));
}
