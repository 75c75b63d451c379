import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredResult } from '../../../utils/cases/case.ts';
import { type CaseDatabase, type CaseSchema, openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { allCases, newestCases, withRow } from '../../../utils/cases/list-cases.ts';
import { makeFirstStores } from '../../../utils/cases/migrations/2026-11-21-make-first-stores.ts';
import { readCaseView } from '../../../utils/cases/read-case-view.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import type { StoredSummary } from '../../../utils/cases/summary.ts';
import { writeHandling } from '../../../utils/cases/write-handling.ts';
import {
  beginRun,
  forgetResults,
  setCaseStatus,
  updatePicture,
  writeResult,
  writeReview,
} from '../../../utils/cases/write-results.ts';
import type { Finding } from '../../../utils/checks/check.ts';
import { makeSummaries } from '../../fixtures/case-summaries.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const REUSED: Finding = { check: 'seen-before', kind: 'reused', grade: 'proof', params: {} };
const LABEL: Finding = { check: 'metadata', kind: 'tc260-label', grade: 'strong', params: {} };
const T = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;

let database: CaseDatabase;
let caseId: string;
let count = 0;

const result = (check: string, picture: string, findings: Finding[]): StoredResult => ({
  pictureId: `${caseId}#${picture}`,
  caseId,
  check,
  version: 1,
  outcome: { status: 'done', measured: {}, findings },
  elapsedMs: 1,
});
const summary = async () => database.get('summaries', caseId);
/** The row and the open case are read from different records and have to agree. */
const expectAgreement = async () => {
  const view = await readCaseView(database, caseId);
  expect(await summary()).toMatchObject({
    verdict: view?.verdict,
    status: view?.status,
    outcome: view?.outcome,
    pictureCount: view?.pictures.length,
    updatedAt: view?.updatedAt,
  });
};

beforeEach(async () => {
  database = await openDatabase(`summarise-case-${count++}`);
  const claim = claimWith({
    deadline: '2026-11-22T10:00:00+08:00',
    evidence: [evidence('https://a/0.jpg'), evidence('https://a/1.jpg')],
    product: { ...claimWith().product, listingImages: ['https://a/l.jpg'] },
  });
  ({ caseId } = await storeClaim(database, claim, [], T(1)));
});

describe('a row of the list', () => {
  it('follows every change of the case', async () => {
    await expectAgreement();
    await beginRun(database, caseId, ['metadata', 'seen-before']);
    await expectAgreement();
    for (const key of ['e0', 'e1', 'l0']) await updatePicture(database, `${caseId}#${key}`, { width: 8, height: 8 });
    await expectAgreement();
    expect((await summary())?.verdict).toBe('none');
    await writeResult(database, result('metadata', 'e1', [LABEL]));
    expect((await summary())?.verdict).toBe('strong');
    await writeResult(database, result('seen-before', 'e0', [REUSED]));
    expect(await summary()).toMatchObject({ verdict: 'proof', reusedCount: 1 });
    await setCaseStatus(database, caseId, 'done', T(2));
    await expectAgreement();
  });

  it('drops a finding that the seller marked wrong, wherever it counted', async () => {
    await updatePicture(database, `${caseId}#e0`, { width: 8, height: 8 });
    await writeResult(database, result('seen-before', 'e0', [REUSED]));
    await writeReview(database, `${caseId}#e0`, 'reused', 'wrong', T(2));
    expect(await summary()).toMatchObject({ verdict: 'none', reusedCount: 0 });
    await expectAgreement();
    await writeReview(database, `${caseId}#e0`, 'reused', null, T(2));
    expect(await summary()).toMatchObject({ verdict: 'proof', reusedCount: 1 });
  });

  it('loses its verdict when the case is analysed anew', async () => {
    await updatePicture(database, `${caseId}#e0`, { width: 8, height: 8 });
    await writeResult(database, result('metadata', 'e0', [LABEL]));
    await forgetResults(database, caseId);
    expect((await summary())?.verdict).toBe('none');
    await expectAgreement();
  });

  it('is due while the claim is open, and kept from its last change or its outcome', async () => {
    expect(await summary()).toMatchObject({ dueAtMs: Date.UTC(2026, 10, 22, 2), keptFrom: T(1), outcome: null });
    await writeHandling(database, caseId, { outcome: 'won' }, T(5));
    expect(await summary()).toMatchObject({ keptFrom: T(5), outcome: 'won' });
    expect(await summary()).not.toHaveProperty('dueAtMs');
    await writeHandling(database, caseId, { notes: '平台支持了' }, T(6));
    expect(await readCaseView(database, caseId)).toMatchObject({ outcome: 'won', closedAt: T(5), notes: '平台支持了' });
    await writeHandling(database, caseId, { outcome: null }, T(7));
    expect(await summary()).toMatchObject({ dueAtMs: Date.UTC(2026, 10, 22, 2), keptFrom: T(1) });
  });

  it('keeps what the seller said when the page is read again', async () => {
    await writeHandling(database, caseId, { outcome: 'lost', notes: 'x' }, T(2));
    await storeClaim(database, claimWith({ evidence: [evidence('https://a/0.jpg')] }), [], T(3));
    expect(await readCaseView(database, caseId)).toMatchObject({ outcome: 'lost', notes: 'x' });
    expect(await summary()).toMatchObject({ outcome: 'lost', updatedAt: T(3) });
  });

  it('goes with the case', async () => {
    await writeHandling(database, caseId, { notes: 'x' }, T(2));
    await deleteCase(database, caseId, T(3));
    expect(await database.count('summaries')).toBe(0);
    expect(await database.count('handlings')).toBe(0);
    await writeHandling(database, caseId, { notes: 'too late' }, T(4));
    expect(await database.count('handlings')).toBe(0);
  });
});

describe('an older history', () => {
  it('gets its rows when it is opened, and keeps everything else', async () => {
    const name = `older-history-${count++}`;
    const older = await openDB<CaseSchema>(name, 1, {
      upgrade: (opened, _old, _new, transaction) => makeFirstStores(opened, transaction),
    });
    for (const store of ['cases', 'pictures', 'results', 'reviews'] as const) {
      if (store === 'cases') await updatePicture(database, `${caseId}#e0`, { width: 8, height: 8 });
      await writeResult(database, result('metadata', 'e0', [LABEL]));
      for (const value of await database.getAll(store)) await older.put(store, value as never);
    }
    older.close();
    const opened = await openDatabase(name);
    expect(await opened.getAll('summaries')).toEqual(await database.getAll('summaries'));
    expect(await opened.getAll('cases')).toEqual(await database.getAll('cases'));
    opened.close();
  });
});

describe('the list', () => {
  it('is the newest first, whole, and in parts', async () => {
    for (const row of makeSummaries(12)) await database.put('summaries', { ...row, keptFrom: '', marks: {} });
    await database.delete('summaries', caseId);
    const newest = makeSummaries(12).map((row) => row.caseId);
    expect((await newestCases(database, 5)).map((row) => row.caseId)).toEqual(newest.slice(0, 5));
    expect((await allCases(database)).map((row) => row.caseId)).toEqual(newest);
  });

  it('is the same where the browser reads an index backwards row by row only', async () => {
    for (const row of makeSummaries(12)) await database.put('summaries', { ...row, keptFrom: '', marks: {} });
    const quick = await newestCases(database, 5);
    const { getAllRecords } = IDBIndex.prototype as { getAllRecords?: unknown };
    Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
    try {
      expect(await newestCases(database, 5)).toEqual(quick);
    } finally {
      Object.assign(IDBIndex.prototype, { getAllRecords });
    }
  });

  it('has what changed, came and went while it was read', async () => {
    for (const row of makeSummaries(4)) await database.put('summaries', { ...row, keptFrom: '', marks: {} });
    const changed = new Set<string>();
    const reading = allCases(database, changed);
    const [first] = makeSummaries(1);
    const later = { ...first, updatedAt: '2027-01-01T00:00:00.000Z', keptFrom: '', marks: {} } as StoredSummary;
    // Written behind the reading that has begun, and told at once.
    const writes = [
      database.put('summaries', { ...later, caseId: 'case-3', verdict: 'proof' }),
      database.put('summaries', { ...later, caseId: 'came', verdict: 'clue' }),
      database.delete('summaries', 'case-1'),
    ];
    for (const id of ['case-3', 'came', 'case-1']) changed.add(id);
    const [rows] = await Promise.all([reading, ...writes]);
    expect(rows.map((row) => row.caseId).sort()).toEqual(['came', 'case-0', 'case-2', 'case-3', caseId].sort());
    expect(rows.find((row) => row.caseId === 'case-3')?.verdict).toBe('proof');
  });

  it('takes a changed row to its place', () => {
    const rows = makeSummaries(4);
    const changed = { ...(rows[3] as (typeof rows)[number]), updatedAt: '2027-01-01T00:00:00.000Z' };
    expect(withRow(rows, 'case-3', changed).map((row) => row.caseId)).toEqual(['case-3', 'case-0', 'case-1', 'case-2']);
    expect(withRow(rows, 'case-1', undefined).map((row) => row.caseId)).toEqual(['case-0', 'case-2', 'case-3']);
  });
});
