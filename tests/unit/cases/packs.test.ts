import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { readPacks, writePack, writeTimestamp } from '../../../utils/cases/packs.ts';

const pack = { rootHash: 'a'.repeat(64), caseId: 'p:1', manifest: 'm', madeAt: '2026-11-21T10:00:00Z' };
const timestamp = { token: new Blob(['t']), importedAt: 'now', statedAt: 'then', authority: 'CN=A' };

it('keeps a timestamp with its pack, also when the same pack is made again, until the case is deleted', async () => {
  const database = await openDatabase('packs');
  await writePack(database, pack);
  await writePack(database, { ...pack, rootHash: 'b'.repeat(64), madeAt: '2026-11-22T10:00:00Z' });
  expect(await writeTimestamp(database, pack.rootHash, timestamp)).toBe(true);
  expect(await writeTimestamp(database, 'c'.repeat(64), timestamp)).toBe(false);
  await writePack(database, pack);
  const packs = await readPacks(database, 'p:1');
  expect(packs.map(({ rootHash }) => rootHash[0])).toEqual(['b', 'a']);
  expect(packs.map((known) => known.timestamp?.statedAt ?? null)).toEqual([null, 'then']);
  await deleteCase(database, 'p:1', '2026-11-21T08:00:00Z');
  expect(await readPacks(database, 'p:1')).toEqual([]);
});
