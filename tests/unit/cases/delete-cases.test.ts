import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import {
  CASE_STORES,
  countExpired,
  deleteAll,
  deleteBuyer,
  deleteCase,
  deleteExpired,
} from '../../../utils/cases/delete-cases.ts';
import { countDueCases } from '../../../utils/cases/due-cases.ts';
import { writeFingerprint } from '../../../utils/cases/fingerprint-shards.ts';
import { logged, readLog } from '../../../utils/cases/log.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeHandling } from '../../../utils/cases/write-handling.ts';
import { describePicture, setCaseStatus, updatePicture, writeResult } from '../../../utils/cases/write-results.ts';
import { writeWords } from '../../../utils/cases/write-words.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const NOW = '2026-11-21T00:00:00.000Z';
let database: CaseDatabase;
let count = 0;

const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const store = (claimId: string, storedAt: string, buyerName = '青山不改') =>
  storeClaim(
    database,
    claimWith({ claimId, buyerName, evidence: [evidence(`https://a/${claimId}.jpg`)] }),
    [],
    storedAt,
  );

beforeEach(async () => {
  database = await openDatabase(`delete-cases-${count++}`);
});

describe('deleting', () => {
  it('a buyer takes all of their claims and nobody else’s', async () => {
    const first = await store('1', NOW);
    await store('2', NOW);
    const other = await store('3', NOW, '别人');
    expect(await deleteBuyer(database, first.buyerKey as string, NOW)).toHaveLength(2);
    expect(await database.getAllKeys('cases')).toEqual([other.caseId]);
    expect(await database.getAllKeys('pictures')).toEqual([`${other.caseId}#e0`]);
    expect(await database.getAllKeys('summaries')).toEqual([other.caseId]);
  });

  it('everything leaves settings and the log, and no key that leads back to a buyer', async () => {
    const { caseId } = await store('1', NOW);
    await describePicture(database, `${caseId}#e0`, {}, new Blob(['x']));
    await database.put('settings', { key: 'c2pa-trust-anchors', value: 'kept' });
    await deleteAll(database, NOW);
    for (const name of CASE_STORES) expect(await database.count(name), name).toBe(0);
    expect(await database.getAllKeys('settings')).toEqual(['c2pa-trust-anchors']);
    expect((await readLog(database)).entries).toHaveLength(1);
  });

  it('leaves nothing behind of a case that is being analysed', async () => {
    const { caseId, orderId, platform, buyerKey } = await store('1', NOW);
    const pictureId = `${caseId}#e0`;
    await deleteCase(database, caseId, NOW);
    await describePicture(database, pictureId, {}, new Blob(['x']));
    await writeWords(database, { pictureId, words: Uint32Array.of(1), keptAt: NOW }, 10);
    const fingerprint = {
      pictureId,
      caseId,
      orderId,
      platform,
      buyerKey,
      name: 'n',
      capturedAt: NOW,
      pdq: 'f'.repeat(64),
    };
    await writeFingerprint(database, { ...fingerprint, quality: 99 });
    const outcome = { status: 'skipped', reason: 'x' } as const;
    await writeResult(database, { pictureId, caseId, check: 'file', version: 1, outcome, elapsedMs: 1 });
    await updatePicture(database, pictureId, { width: 1 });
    await setCaseStatus(database, caseId, 'done', NOW);
    for (const name of CASE_STORES) expect(await database.count(name), name).toBe(0);
  });

  it('covers every store that has a case in it', () => {
    const without = ['log', 'settings', 'sharedFingerprints', 'siteRules', 'productPictures', 'packing'];
    expect([...CASE_STORES, ...without].sort()).toEqual([...database.objectStoreNames].sort());
  });
});

describe('the retention period', () => {
  it('ends so many days after the last change or the outcome, whichever is later', async () => {
    const old = await store('1', daysAgo(181));
    await store('2', daysAgo(179));
    const closedLate = await store('3', daysAgo(400));
    await writeHandling(database, closedLate.caseId, { outcome: 'won' }, daysAgo(100));
    expect(await countExpired(database, 180, NOW)).toBe(1);
    expect(await deleteExpired(database, 180, NOW)).toBe(1);
    expect(await database.getAllKeys('cases')).not.toContain(old.caseId);
    expect(await database.count('cases')).toBe(2);
  });

  it('never ends when the seller keeps everything', async () => {
    await store('1', daysAgo(4000));
    expect(await deleteExpired(database, null, NOW)).toBe(0);
    expect(await database.count('cases')).toBe(1);
    expect(await database.count('log')).toBe(0);
  });
});

describe('claims that are due', () => {
  it('are those without outcome in their last day', async () => {
    const due = async (claimId: string, deadline: string | null) =>
      (await storeClaim(database, claimWith({ claimId, deadline }), [], NOW)).caseId;
    await due('past', '2026-11-20T23:00:00Z');
    await due('soon', '2026-11-21T09:00:00+08:00');
    const closed = await due('closed', '2026-11-21T05:00:00Z');
    await due('later', '2026-11-22T01:00:00Z');
    await due('never', null);
    expect(await countDueCases(database, Date.parse(NOW))).toBe(2);
    await writeHandling(database, closed, { outcome: 'refunded' }, NOW);
    expect(await countDueCases(database, Date.parse(NOW))).toBe(1);
  });
});

describe('the log', () => {
  it('has a line for each deletion, chained, with no name and no number of the claim in it', async () => {
    const first = await store('9812736450012', NOW);
    await store('2', NOW);
    await deleteCase(database, first.caseId, NOW);
    await deleteAll(database, NOW);
    const { entries, brokenAt } = await readLog(database);
    expect(entries.map(({ action, params }) => [action, params.count])).toEqual([
      ['delete-case', 1],
      ['delete-all', 1],
    ]);
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect(brokenAt).toBeNull();
    expect(JSON.stringify(entries)).not.toMatch(/9812736450012|青山/);
  });

  it('shows a line that was changed, and one that was taken out', async () => {
    for (const claimId of ['1', '2', '3', '4']) await deleteCase(database, (await store(claimId, NOW)).caseId, NOW);
    const second = await database.get('log', 2);
    await database.put('log', { ...(second as NonNullable<typeof second>), at: daysAgo(9) });
    expect((await readLog(database)).brokenAt).toBe(2);
    await database.delete('log', 2);
    expect((await readLog(database)).brokenAt).toBe(3);
  });

  it('has no line for work that failed, and the work is undone', async () => {
    const { caseId } = await store('1', NOW);
    const failing = logged(
      database,
      CASE_STORES,
      { at: NOW, action: 'delete-case', params: {} },
      async (transaction) => {
        await transaction.objectStore('cases').delete(caseId);
        throw new Error('in the middle');
      },
    );
    await expect(failing).rejects.toThrow('in the middle');
    expect(await database.count('log')).toBe(0);
    expect(await database.count('cases')).toBe(1);
  });

  it('takes lines of two pages at once without losing one', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        logged(database, [], { at: NOW, action: 'restore', params: {} }, async () => undefined),
      ),
    );
    const { entries, brokenAt } = await readLog(database);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(brokenAt).toBeNull();
  });
});
