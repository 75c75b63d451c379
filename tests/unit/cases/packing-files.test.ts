import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { deleteAll, deleteBuyer, deleteCase, deleteExpired } from '../../../utils/cases/delete-cases.ts';
import { readLog } from '../../../utils/cases/log.ts';
import {
  addPackingFiles,
  deletePackingFile,
  findPackingFiles,
  orderNumber,
  type PackingFile,
  packingAtHand,
  readPackingOf,
} from '../../../utils/cases/packing-files.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { MAX_PACKING_FILES } from '../../../utils/limits.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const NOW = '2026-11-21T00:00:00.000Z';
let database: CaseDatabase;
let count = 0;

beforeEach(async () => {
  database = await openDatabase(`packing-files-${count++}`);
});

const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

function file(orderId: string, sha256: string, receivedAt = NOW, platform = 'pinduoduo'): PackingFile {
  const image = { url: '', receivedAt, contentType: 'image/jpeg', sizeBytes: 1, sha256, blob: new Blob(['x']) };
  return { platform, orderId, sha256, name: `${sha256}.jpg`, media: 'image', image };
}
const claimOf = (claimId: string, orderId: string) =>
  claimWith({ claimId, orderId, evidence: [evidence(`https://a/${claimId}.jpg`)] });
const hashes = (files: readonly PackingFile[]) => files.map(({ sha256 }) => sha256);

describe('packing files', () => {
  it('are found by their order in order of arrival, on its own seller center or where none was said', async () => {
    await addPackingFiles(database, [
      file('77', 'b', daysAgo(1)),
      file('77', 'a', daysAgo(3)),
      file('77', 'c', daysAgo(2), 'manual'),
      file('77', 'd', NOW, 'taobao'),
      file('778', 'e'),
    ]);
    expect(hashes(await readPackingOf(database, { platform: 'pinduoduo', orderId: '77' }))).toEqual(['a', 'c', 'b']);
    expect(hashes(await readPackingOf(database, { platform: 'manual', orderId: ' 77 ' }))).toHaveLength(4);
    expect(await readPackingOf(database, { platform: 'pinduoduo', orderId: '' })).toEqual([]);
  });

  it('keep the time of their first arrival', async () => {
    expect(await addPackingFiles(database, [file('77', 'a', daysAgo(3))])).toBe(1);
    expect(await addPackingFiles(database, [file('77', 'a', NOW)])).toBe(0);
    const [kept] = await readPackingOf(database, { platform: 'pinduoduo', orderId: '77' });
    expect(kept?.image.receivedAt).toBe(daysAgo(3));
  });

  it('are listed newest first, and searched by the beginning of the order number', async () => {
    await addPackingFiles(database, [file('77', 'a', daysAgo(3)), file('778', 'b', NOW), file('9', 'c', daysAgo(1))]);
    expect(hashes(await findPackingFiles(database, '', 2))).toEqual(['b', 'c']);
    expect(hashes(await findPackingFiles(database, ' 77', 9))).toEqual(['b', 'a']);
  });

  it('are parts of a case of that order, once, and stay with it when the record is deleted', async () => {
    const claim = claimOf('1', '77');
    await addPackingFiles(
      database,
      Array.from({ length: MAX_PACKING_FILES + 1 }, (_, place) => file('77', `${place}`)),
    );
    await storeClaim(database, claim, await packingAtHand(database, claim), NOW);
    await storeClaim(database, claim, await packingAtHand(database, claim), NOW);
    const packing = (await database.getAll('pictures')).filter(({ role }) => role === 'packing');
    expect(packing).toHaveLength(MAX_PACKING_FILES);
    expect(packing[0]).toMatchObject({ pictureId: 'pinduoduo:1#p0', delivered: { receivedAt: NOW } });
    await deletePackingFile(database, { platform: 'pinduoduo', orderId: '77', sha256: '0' }, NOW);
    expect(await database.count('pictures')).toBe(MAX_PACKING_FILES + 1);
    expect((await readLog(database)).entries).toMatchObject([{ action: 'delete-packing', params: { count: 1 } }]);
  });

  it('go with the buyer and with everything, not with a single claim', async () => {
    const first = await storeClaim(database, claimOf('1', '77'), [], NOW);
    await storeClaim(database, claimOf('2', '78'), [], NOW);
    await addPackingFiles(database, [file('77', 'a'), file('78', 'b'), file('79', 'c')]);
    await deleteCase(database, first.caseId, NOW);
    expect(await database.count('packing')).toBe(3);
    await deleteBuyer(database, first.buyerKey as string, NOW);
    expect(hashes(await database.getAll('packing'))).toEqual(['a', 'c']);
    await deleteAll(database, NOW);
    expect(await database.count('packing')).toBe(0);
  });

  it('are deleted after the retention period, unless a claim of the order is still here', async () => {
    await storeClaim(database, claimOf('1', '77'), [], NOW);
    await addPackingFiles(database, [file('77', 'a', daysAgo(200)), file('78', 'b', daysAgo(200)), file('79', 'c')]);
    expect(await deleteExpired(database, 180, NOW)).toBe(1);
    expect(hashes(await database.getAll('packing'))).toEqual(['a', 'c']);
    expect((await readLog(database)).entries).toMatchObject([
      { action: 'delete-expired-packing', params: { count: 1 } },
    ]);
    expect(await deleteExpired(database, null, NOW)).toBe(0);
  });

  it('are kept all or none: where there is no room for one, the others are not there either', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      if (value.sha256 === 'b') throw new DOMException('No room', 'QuotaExceededError');
      return put.call(this, value);
    });
    const adding = addPackingFiles(database, [file('77', 'a'), file('77', 'b')]);
    await expect(adding).rejects.toMatchObject({ name: 'QuotaExceededError' });
    vi.restoreAllMocks();
    expect(await database.count('packing')).toBe(0);
  });

  it('take an order number as it is pasted', () => {
    expect(orderNumber(' 261101-１０００ 01\n')).toBe('261101-100001');
  });
});
