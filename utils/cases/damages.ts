import type { DamagePatch } from '../image/damage-patch/damage-patch.ts';
import type { StoredDamage } from './case.ts';
import type { CaseDatabase } from './database.ts';

/** Stores the damages of a picture, in place of those that were stored for it before. */
export async function writeDamages(
  database: CaseDatabase,
  pictureId: string,
  patches: readonly DamagePatch[],
  keptAt: string,
): Promise<void> {
  const transaction = database.transaction(['damages', 'damagePatches', 'pictures'], 'readwrite');
  // A claim may have been deleted while its picture was looked at.
  if (!(await transaction.objectStore('pictures').getKey(pictureId))) return;
  const ofPicture = IDBKeyRange.bound([pictureId], [pictureId, []]);
  await transaction.objectStore('damages').delete(ofPicture);
  await transaction.objectStore('damagePatches').delete(ofPicture);
  for (const [place, patch] of patches.entries()) {
    await transaction.objectStore('damages').put({ pictureId, place, keptAt, keypoints: patch.keypoints });
    await transaction.objectStore('damagePatches').put({ pictureId, place, patch });
  }
  await transaction.done;
}

/** The newest damages, at most `limit`. */
export async function readNewestDamages(database: CaseDatabase, limit: number): Promise<StoredDamage[]> {
  const newest: StoredDamage[] = [];
  let cursor = await database.transaction('damages').store.index('by-keep').openCursor(null, 'prev');
  for (; cursor && newest.length < limit; cursor = await cursor.continue()) newest.push(cursor.value);
  return newest;
}
