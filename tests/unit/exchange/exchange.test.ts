import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredResult } from '../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { writeFingerprint } from '../../../utils/cases/fingerprint-shards.ts';
import { readLog } from '../../../utils/cases/log.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeResult, writeReview } from '../../../utils/cases/write-results.ts';
import type { Finding } from '../../../utils/checks/check.ts';
import {
  type ExchangeList,
  readExchange,
  type SignedExchange,
  signExchange,
} from '../../../utils/exchange/exchange-file.ts';
import { fingerprintsToShare } from '../../../utils/exchange/fingerprints-to-share.ts';
import { deleteSource, importExchange, listSources } from '../../../utils/exchange/shared-sources.ts';
import { readShopKey, type ShopKey, sourceKeyOf } from '../../../utils/exchange/shop-key.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const NOW = '2026-11-21T08:00:00.000Z';
const LIST: ExchangeList = {
  shop: '北山陶器店',
  madeAt: NOW,
  fingerprints: [{ pdq: 'a'.repeat(64), quality: 98, on: '2026-11-02', kind: 'tc260-label', grade: 'strong' }],
};

let database: CaseDatabase;
let key: ShopKey;
let count = 0;

beforeEach(async () => {
  database = await openDatabase(`exchange-${count++}`);
  key = await readShopKey(database);
});

const change = (text: string, parts: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(text), ...parts });

describe('a list for another shop', () => {
  const finding = (kind: string, grade: Finding['grade'], confirmed?: boolean): Finding => ({
    check: 'x',
    kind,
    grade,
    params: { orderId: 'secret' },
    ...(confirmed === undefined ? {} : { confirmed }),
  });
  /** Stores one picture with these findings; the hash tells it from the others. */
  async function store(digit: string, findings: Finding[], quality = 100): Promise<string> {
    const claim = claimWith({ claimId: digit, evidence: [evidence(`https://a/${digit}.jpg`)] });
    const { caseId, orderId, platform, buyerKey } = await storeClaim(database, claim, [], NOW);
    const pictureId = `${caseId}#e0`;
    const result: StoredResult = {
      pictureId,
      caseId,
      check: 'x',
      version: 1,
      elapsedMs: 1,
      outcome: { status: 'done', measured: {}, findings },
    };
    await writeResult(database, result);
    await writeFingerprint(database, {
      pictureId,
      caseId,
      orderId,
      platform,
      buyerKey,
      name: 'n',
      capturedAt: NOW,
      pdq: digit.repeat(64),
      quality,
    });
    return pictureId;
  }

  it('has pictures with sure findings only, and of each the fingerprint, the day and the kind', async () => {
    await store('1', [finding('tc260-label', 'strong')]);
    await store('2', [finding('ai-mark', 'clue')]);
    await store('3', []);
    await store('4', [finding('reused', 'proof'), finding('tc260-label', 'strong')]);
    await store('5', [finding('tc260-label', 'strong')], 20);
    expect(await fingerprintsToShare(database)).toEqual([
      { pdq: '1'.repeat(64), quality: 100, on: '2026-11-21', kind: 'tc260-label', grade: 'strong' },
      { pdq: '4'.repeat(64), quality: 100, on: '2026-11-21', kind: 'reused', grade: 'proof' },
    ]);
  });

  it('has nothing that the seller has marked wrong or has not yet confirmed', async () => {
    const wrong = await store('1', [finding('tc260-label', 'strong')]);
    const altered = await store('2', [finding('listing-altered', 'proof', false)]);
    await writeReview(database, wrong, 'tc260-label', 'wrong', NOW);
    expect(await fingerprintsToShare(database)).toEqual([]);
    await writeReview(database, altered, 'listing-altered', 'confirmed', NOW);
    expect(await fingerprintsToShare(database)).toMatchObject([
      { pdq: '2'.repeat(64), kind: 'listing-altered', grade: 'proof' },
    ]);
  });

  it('names no buyer, no order, no claim and no platform', async () => {
    await store('1', [finding('tc260-label', 'strong')]);
    const text = await signExchange({ ...LIST, fingerprints: await fingerprintsToShare(database) }, key);
    expect(text).not.toMatch(/secret|青山|pinduoduo|261101|buyer/);
  });
});

describe('a signed file', () => {
  it('is read by another shop with its source', async () => {
    const answer = await readExchange(await signExchange(LIST, key), 'another');
    expect(answer).toEqual({ ...LIST, sourceKey: await sourceKeyOf(key.publicKey) });
  });

  it('is refused when anything in it was changed', async () => {
    const text = await signExchange(LIST, key);
    const { payload, signature } = JSON.parse(text) as { payload: string; signature: string };
    const other = await readShopKey(await openDatabase(`exchange-other-${count++}`));
    expect(await readExchange(change(text, { payload: payload.replace('02', '03') }), '')).toBe('exchange-signature');
    expect(await readExchange(change(text, { publicKey: other.publicKey }), '')).toBe('exchange-signature');
    expect(await readExchange(change(text, { publicKey: btoa('\0'.repeat(65)) }), '')).toBe('exchange-signature');
    expect(await readExchange(change(text, { signature: signature.slice(4) }), '')).toBe('exchange-not-one');
  });

  it('is refused when it is something else, newer, or one’s own', async () => {
    const text = await signExchange(LIST, key);
    for (const other of [
      '',
      '[]',
      'null',
      '{"format":"x"}',
      '<html>',
      '{"format":"refund-lens-fingerprints","version":1}',
    ])
      expect(await readExchange(other, '')).toBe('exchange-not-one');
    expect(await readExchange(change(text, { version: 2 }), '')).toBe('exchange-newer');
    expect(await readExchange(text, await sourceKeyOf(key.publicKey))).toBe('exchange-own');
  });

  it.each([
    [{ pdq: 'A'.repeat(64) }],
    [{ quality: 101 }],
    [{ on: '2026-11-02T00:00' }],
    [{ kind: '<b>' }],
    [{ grade: 'clue' as const }],
  ])('is refused as a whole when a line is not of the form: %o', async (bad) => {
    const list = { ...LIST, fingerprints: LIST.fingerprints.map((line) => ({ ...line, ...bad })) };
    expect(await readExchange(await signExchange(list, key), '')).toBe('exchange-not-one');
  });

  it('cannot bring line breaks or hidden characters in the shop’s name', async () => {
    const answer = (await readExchange(await signExchange({ ...LIST, shop: 'a\n\u202eb' }, key), '')) as SignedExchange;
    expect(answer.shop).not.toMatch(/[\n\u202e]/);
  });
});

describe('another shop’s list', () => {
  it('replaces its earlier one, keeps its source, and goes as a whole', async () => {
    const exchange = { ...LIST, sourceKey: 'f'.repeat(64) };
    await importExchange(database, exchange, NOW);
    await importExchange(database, { ...exchange, sourceKey: 'e'.repeat(64), shop: '南山店' }, NOW);
    const renewed = ['b', 'c'].map((digit) => ({
      ...(LIST.fingerprints[0] as (typeof LIST.fingerprints)[number]),
      pdq: digit.repeat(64),
    }));
    await importExchange(database, { ...exchange, fingerprints: renewed }, NOW);
    expect(await listSources(database)).toMatchObject([
      { shop: '南山店', count: 1 },
      { shop: '北山陶器店', count: 2 },
    ]);
    await deleteSource(database, exchange.sourceKey, NOW);
    expect(await listSources(database)).toMatchObject([{ shop: '南山店' }]);
    expect(await readLog(database)).toMatchObject({ brokenAt: null, entries: { length: 4 } });
  });
});

describe('the shop’s key', () => {
  it('stays the same', async () => {
    expect(await readShopKey(database)).toEqual(key);
  });
});
