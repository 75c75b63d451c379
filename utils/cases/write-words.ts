import type { StoredWords } from './case.ts';
import type { CaseDatabase } from './database.ts';

/** Pictures that are over the limit before the oldest go, so that not every write has to make room. */
const SLACK = 200;

/**
 * Stores the visual words of a picture and forgets those of the oldest pictures beyond `limit`: at 2.6 kB a picture they
 * are the one part of the index that memory cannot hold for a million. The fingerprints of all stay.
 */
export async function writeWords(
  database: CaseDatabase,
  words: StoredWords,
  limit: number,
): Promise<readonly string[]> {
  const transaction = database.transaction(['words', 'pictures'], 'readwrite');
  const store = transaction.objectStore('words');
  // A claim may have been deleted while its picture was looked at.
  if (!(await transaction.objectStore('pictures').getKey(words.pictureId))) return [];
  await store.put(words);
  const forgotten: string[] = [];
  const surplus = (await store.count()) - limit;
  if (surplus > SLACK) {
    let cursor = await store.index('by-keep').openCursor();
    for (; cursor && forgotten.length < surplus; cursor = await cursor.continue()) {
      forgotten.push(cursor.primaryKey);
      await cursor.delete();
    }
  }
  await transaction.done;
  return forgotten;
}
