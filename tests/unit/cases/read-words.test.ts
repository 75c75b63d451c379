import { deleteDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import 'fake-indexeddb/auto';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { readWords } from '../../../utils/cases/read-words.ts';

const COUNT = 2001;
let database: CaseDatabase;
afterEach(async () => {
  database.close();
  await deleteDB('read-words');
});

it('reads the words of every picture once, some at a time', async () => {
  database = await openDatabase('read-words');
  const sizes: number[] = [];
  const read = async (): Promise<string[]> => {
    const ids: string[] = [];
    sizes.length = 0;
    await readWords(database, (words) => {
      sizes.push(words.length);
      ids.push(...words.map(({ pictureId }) => pictureId));
    });
    return ids;
  };
  expect(await read()).toEqual([]);
  const transaction = database.transaction('words', 'readwrite');
  const ids = Array.from({ length: COUNT }, (_, number) => `pinduoduo:${number}#e0`);
  for (const pictureId of ids)
    void transaction.store.put({ pictureId, words: new Uint32Array(2), keptAt: '2026-11-21T10:00:00Z' });
  await transaction.done;
  expect((await read()).sort()).toEqual(ids.sort());
  expect(Math.max(...sizes)).toBeLessThan(COUNT);
});
