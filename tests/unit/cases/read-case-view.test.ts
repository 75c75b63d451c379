import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredResult } from '../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { writeFingerprint } from '../../../utils/cases/fingerprint-shards.ts';
import { readCaseView } from '../../../utils/cases/read-case-view.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeHandling } from '../../../utils/cases/write-handling.ts';
import {
  describePicture,
  forgetResults,
  updatePicture,
  writeResult,
  writeReview,
} from '../../../utils/cases/write-results.ts';
import type { Finding } from '../../../utils/checks/check.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

let database: CaseDatabase;
let caseId: string;
let count = 0;

const altered: Finding = {
  check: 'listing-match',
  kind: 'listing-altered',
  grade: 'proof',
  params: {},
  confirmed: false,
  regions: [{ x: 0, y: 0, width: 0.1, height: 0.1 }],
};
const editor: Finding = { check: 'metadata', kind: 'editor-software', grade: 'note', params: {} };

const result = (check: string, picture: string, findings: Finding[]): StoredResult => ({
  pictureId: `${caseId}#${picture}`,
  caseId,
  check,
  version: 1,
  outcome: { status: 'done', measured: { [check]: { n: findings.length } }, findings },
  elapsedMs: 1,
});

const captured = {
  url: '',
  receivedAt: 'now',
  contentType: null,
  sizeBytes: 7,
  sha256: 'b'.repeat(64),
  blob: new Blob(['x']),
};

beforeEach(async () => {
  database = await openDatabase(`read-case-view-${count++}`);
  const claim = claimWith({ evidence: [evidence('https://a/0.jpg'), evidence('https://a/1.jpg')] });
  const stored = await storeClaim(database, claim, [], 'now');
  ({ caseId } = stored);
  await database.put('cases', { ...stored, checks: ['metadata', 'listing-match'] });
  await updatePicture(database, `${caseId}#e0`, { delivered: captured, width: 800, height: 600, decodeMs: 1 });
});

describe('readCaseView', () => {
  it('is null for a case that is not stored', async () => {
    expect(await readCaseView(database, 'pinduoduo:nothing')).toBeNull();
  });

  it('counts steps, and calls a picture done when every check has spoken', async () => {
    await writeResult(database, result('metadata', 'e0', [editor]));
    const before = await readCaseView(database, caseId);
    expect(before?.progress).toEqual({ done: 2, total: 6 });
    expect(before?.pictures.map(({ state }) => state)).toEqual(['checking', 'waiting']);
    await writeResult(database, result('listing-match', 'e0', []));
    expect((await readCaseView(database, caseId))?.pictures[0]).toMatchObject({
      state: 'done',
      verdict: 'note',
      measured: { metadata: { n: 1 }, 'listing-match': { n: 0 } },
    });
  });

  it('counts a change on the listing picture in full only after the seller has confirmed it', async () => {
    await writeResult(database, result('metadata', 'e0', [editor]));
    await writeResult(database, result('listing-match', 'e0', [altered]));
    const verdict = async () => (await readCaseView(database, caseId))?.verdict;
    expect(await verdict()).toBe('strong');
    await writeReview(database, `${caseId}#e0`, 'listing-altered', 'confirmed', 'now');
    expect(await verdict()).toBe('proof');
    await writeReview(database, `${caseId}#e0`, 'listing-altered', 'wrong', 'now');
    expect(await verdict()).toBe('note');
    await writeReview(database, `${caseId}#e0`, 'listing-altered', null, 'now');
    expect(await verdict()).toBe('strong');
  });

  it('numbers the listing picture that a finding speaks of', async () => {
    const withListing = claimWith({
      product: { ...claimWith().product, listingImages: ['https://a/l0.jpg', 'https://a/l1.jpg'] },
    });
    await storeClaim(database, withListing, [], 'now');
    const finding = { ...altered, params: { listing: 'l1.jpg', listingId: `${caseId}#l1` } };
    await writeResult(database, result('listing-match', 'e0', [finding]));
    const view = await readCaseView(database, caseId);
    expect(view?.pictures[0]?.findings[0]?.params).toMatchObject({ listingNumber: 2 });
  });

  it('cannot judge a picture that did not arrive, and says why', async () => {
    await updatePicture(database, `${caseId}#e1`, { problem: { reason: 'http-404', params: { status: 404 } } });
    const [, second] = (await readCaseView(database, caseId))?.pictures ?? [];
    expect(second).toMatchObject({ verdict: 'cannot-judge', problem: { reason: 'http-404' }, state: 'checking' });
  });

  it('counts the other claims of the same buyer', async () => {
    await storeClaim(database, claimWith({ claimId: '2' }), [], 'now');
    await storeClaim(database, claimWith({ claimId: '3', buyerName: '别人' }), [], 'now');
    expect((await readCaseView(database, caseId))?.otherClaimsOfBuyer).toBe(1);
  });

  it('sums what the same buyer’s claims without an outcome come to, in this claim’s currency', async () => {
    const open = async (ofCase: string) => (await readCaseView(database, ofCase))?.openClaimsOfBuyer;
    const store = async (claimId: string, value: string, currency = 'CNY') => {
      const amount = { value, currency, raw: value };
      return (await storeClaim(database, claimWith({ claimId, buyerName: '某人', amount }), [], 'now')).caseId;
    };
    const first = await store('2', '10.10');
    const second = await store('3', '20.20');
    await store('4', '40', 'USD');
    expect(await open(first)).toEqual({ count: 2, value: '30.30', currency: 'CNY' });
    await writeHandling(database, second, { outcome: 'won' }, 'later');
    expect(await open(first)).toEqual({ count: 1, value: '10.10', currency: 'CNY' });
  });
});

describe('forgetResults', () => {
  it('forgets results and failures to fetch, and keeps bytes and the seller’s words', async () => {
    await writeResult(database, result('metadata', 'e0', [editor]));
    await writeReview(database, `${caseId}#e0`, 'editor-software', 'wrong', 'now');
    await updatePicture(database, `${caseId}#e1`, { problem: { reason: 'network' } });
    await forgetResults(database, caseId);
    const view = await readCaseView(database, caseId);
    expect(view?.pictures.map(({ problem, findings }) => [problem, findings.length])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect((await database.get('pictures', `${caseId}#e0`))?.delivered?.sha256).toBe(captured.sha256);
    expect(await database.count('reviews')).toBe(1);
  });
});

describe('deleteCase', () => {
  it('leaves nothing of the case and everything of the others', async () => {
    const other = await storeClaim(
      database,
      claimWith({ claimId: '2', evidence: [evidence('https://a/9.jpg')] }),
      [],
      'now',
    );
    await writeResult(database, result('metadata', 'e0', [editor]));
    await describePicture(database, `${caseId}#e0`, {}, new Blob(['x']));
    await writeReview(database, `${caseId}#e0`, 'editor-software', 'wrong', 'now');
    await writeFingerprint(database, {
      pictureId: `${caseId}#e0`,
      caseId,
      orderId: 'o',
      platform: 'p',
      buyerKey: null,
      name: 'n',
      capturedAt: 'now',
      pdq: '0'.repeat(64),
      quality: 100,
    });
    await deleteCase(database, caseId, '2026-11-21T00:00:00.000Z');
    for (const store of ['results', 'previews', 'reviews', 'fingerprints'] as const)
      expect(await database.count(store)).toBe(0);
    expect(await database.getAllKeys('cases')).toEqual([other.caseId]);
    expect(await database.getAllKeys('pictures')).toEqual([`${other.caseId}#e0`]);
  });
});
