import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { readProductPictures } from '../../../utils/cases/product-pictures.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { addListingPictures } from '../../../utils/engine/add-listing-pictures.ts';
import type { EngineHost } from '../../../utils/engine/host.ts';
import { claimWith } from '../../fixtures/claim.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0];
const file = (name: string, ...end: number[]) => ({ name, blob: new Blob([Uint8Array.from([...JPEG, ...end])]) });
const host = { cancel: vi.fn(async () => undefined), run: vi.fn(async () => undefined) } as unknown as EngineHost;
const claim = claimWith();
let database: CaseDatabase;

beforeEach(async () => {
  vi.clearAllMocks();
  database = await openDatabase(`add-listing-${Math.random()}`);
});

test('counts what is new, and gives the reason for each file that it does not take', async () => {
  const first = await addListingPictures(database, host, claim, [file('主图.jpg', 1), file('主图 (1).jpg', 1)]);
  expect(first).toEqual({
    added: 1,
    refused: [{ name: '主图 (1).jpg', problem: { reason: 'duplicate-file', params: {} } }],
  });
  const again = await addListingPictures(
    database,
    host,
    claim,
    [file('主图.jpg', 1), file('empty.jpg', 2)].map((each, at) => (at ? { ...each, blob: new Blob([]) } : each)),
  );
  expect(again.added).toBe(0);
  expect(again.refused.map(({ problem }) => problem.reason)).toEqual(['duplicate-file', 'empty-file']);
  const kept = await readProductPictures(database, claim);
  expect(kept.map(({ name, image }) => [name, image.sizeBytes])).toEqual([['主图.jpg', JPEG.length + 1]]);
});

test('has a claim compared with a picture that was kept on another claim’s page', async () => {
  await addListingPictures(database, host, claim, [file('主图.jpg', 1)]);
  expect(host.run).not.toHaveBeenCalled();
  await storeClaim(database, claim, [], '2026-11-21T00:00:00.000Z');
  await addListingPictures(database, host, claim, [file('主图.jpg', 1)]);
  expect(host.run).toHaveBeenCalledOnce();
  const listing = await database.getAllFromIndex('pictures', 'by-case', `${claim.platform}:${claim.claimId}`);
  expect(listing.filter(({ role, name }) => role === 'listing' && name === '主图.jpg')).toHaveLength(1);
});
