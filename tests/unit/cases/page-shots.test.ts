import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { type PageShot, readPageShot, writePageShot } from '../../../utils/cases/page-shots.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { claimWith } from '../../fixtures/claim.ts';

const NOW = '2026-11-21T00:00:00.000Z';
const CASE = 'pinduoduo:10001';
let database: CaseDatabase;
let count = 0;

const shot = (takenAt: string): PageShot => ({
  url: 'https://mms.pinduoduo.com/a',
  takenAt,
  sha256: 'ab'.repeat(32),
  sizeBytes: 1,
  blob: new Blob(['x'], { type: 'image/png' }),
});

beforeEach(async () => {
  database = await openDatabase(`page-shots-${count++}`);
  await storeClaim(database, claimWith(), [], NOW);
});

it('says of a claim without an attempt that there is none', async () => {
  expect(await readPageShot(database, CASE)).toMatchObject({ shot: null, problem: { reason: 'screenshot-none' } });
});

it('keeps the newest screenshot, and an earlier one when a later attempt fails', async () => {
  await writePageShot(database, CASE, { shot: shot('2026-11-21T01:00:00Z') });
  await writePageShot(database, CASE, { shot: shot('2026-11-21T02:00:00Z') });
  await writePageShot(database, CASE, { problem: { reason: 'screenshot-not-visible' } });
  expect(await readPageShot(database, CASE)).toMatchObject({
    shot: { takenAt: '2026-11-21T02:00:00Z' },
    problem: { reason: 'screenshot-not-visible' },
  });
});

it('writes nothing for a claim that is gone, and is deleted with its claim', async () => {
  await writePageShot(database, CASE, { shot: shot(NOW) });
  await deleteCase(database, CASE, NOW);
  await writePageShot(database, CASE, { shot: shot(NOW) });
  expect(await database.count('pageShots')).toBe(0);
});
