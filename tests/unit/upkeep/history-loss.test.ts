import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { deleteAll } from '../../../utils/cases/delete-cases.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { noticeHistoryLoss } from '../../../utils/upkeep/history-loss.ts';
import { claimWith } from '../../fixtures/claim.ts';

const NOW_MS = Date.UTC(2026, 10, 21);
const DAY_MS = 24 * 60 * 60 * 1000;
const LOST = { reason: 'history-lost' };
let count = 0;

const freshDatabase = (): Promise<CaseDatabase> => openDatabase(`history-loss-${count++}`);

async function databaseWithClaim(): Promise<CaseDatabase> {
  const database = await freshDatabase();
  await storeClaim(database, claimWith({ buyerId: null, buyerName: null }), [], '2026-11-20T00:00:00Z');
  return database;
}

beforeEach(() => browser.storage.local.clear());

describe('a history', () => {
  it('that has not begun is not lost', async () => {
    const database = await freshDatabase();
    expect(await noticeHistoryLoss(database, NOW_MS)).toBeNull();
    expect(await noticeHistoryLoss(database, NOW_MS)).toBeNull();
  });

  it('that opens empty after it held something is lost, and every opening says so for a week', async () => {
    expect(await noticeHistoryLoss(await databaseWithClaim(), NOW_MS)).toBeNull();
    expect(await noticeHistoryLoss(await freshDatabase(), NOW_MS)).toEqual(LOST);
    const begunAnew = await databaseWithClaim();
    expect(await noticeHistoryLoss(begunAnew, NOW_MS + 6 * DAY_MS)).toEqual(LOST);
    expect(await noticeHistoryLoss(begunAnew, NOW_MS + 8 * DAY_MS)).toBeNull();
  });

  it('that was lost twice is said to be lost twice', async () => {
    await noticeHistoryLoss(await databaseWithClaim(), NOW_MS);
    await noticeHistoryLoss(await freshDatabase(), NOW_MS);
    await noticeHistoryLoss(await databaseWithClaim(), NOW_MS + 8 * DAY_MS);
    expect(await noticeHistoryLoss(await freshDatabase(), NOW_MS + 9 * DAY_MS)).toEqual(LOST);
  });

  it('that the seller has deleted is not lost', async () => {
    const database = await databaseWithClaim();
    await noticeHistoryLoss(database, NOW_MS);
    await deleteAll(database, '2026-11-21T00:00:00Z');
    expect(await noticeHistoryLoss(database, NOW_MS)).toBeNull();
  });
});
