import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import 'fake-indexeddb/auto';
import type { StoredFingerprint } from '../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { SHARD_SIZE } from '../../../utils/cases/fingerprint-shards.ts';
import { writeReview } from '../../../utils/cases/write-results.ts';
import { HistoryFingerprints } from '../../../utils/engine/history-fingerprints.ts';
import { PictureShelf } from '../../../utils/engine/worker/picture-shelf.ts';
import type { DamagePatch } from '../../../utils/image/damage-patch/damage-patch.ts';
import { pdqFromHex, pdqToHex } from '../../../utils/image/pdq.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

const random = seededRandom(5);
const randomHash = (): string => pdqToHex(Uint32Array.from({ length: 8 }, () => random() * 2 ** 32));
const fingerprintOf = (number: number): StoredFingerprint => ({
  pictureId: `pinduoduo:${number}#e0`,
  caseId: `pinduoduo:${number}`,
  orderId: `order-${number}`,
  platform: 'pinduoduo',
  buyerKey: null,
  name: `${number}.jpg`,
  capturedAt: '2026-11-20T10:00:00Z',
  pdq: randomHash(),
  quality: 100,
});

let database: CaseDatabase;

beforeEach(async () => {
  database = await openDatabase('history-fingerprints');
});
afterEach(async () => {
  database.close();
  await deleteDB('history-fingerprints');
});

async function idsNear(history: HistoryFingerprints, { pdq }: StoredFingerprint, without = ''): Promise<string[]> {
  const found = await history.without(without, new PictureShelf()).near([pdqFromHex(pdq)], 10);
  return found.map(({ pictureId }) => pictureId);
}

/** What a claim leaves in the history. */
async function addCase(history: HistoryFingerprints, fingerprint: StoredFingerprint): Promise<void> {
  await database.put('pictures', { pictureId: fingerprint.pictureId, caseId: fingerprint.caseId } as never);
  await history.add(fingerprint);
}

async function fill(history: HistoryFingerprints, count: number): Promise<StoredFingerprint[]> {
  const all = Array.from({ length: count }, (_, number) => fingerprintOf(number));
  for (const fingerprint of all) await addCase(history, fingerprint);
  return all;
}

describe('HistoryFingerprints', () => {
  it('finds packed and waiting fingerprints, at once and after a new start', { timeout: 30_000 }, async () => {
    const history = await HistoryFingerprints.read(database);
    const all = await fill(history, SHARD_SIZE + 40);
    expect(await database.count('shards')).toBe(1);
    expect(await database.count('unpacked')).toBe(40);
    for (const now of [history, await HistoryFingerprints.read(database)])
      for (const number of [0, 500, SHARD_SIZE - 1, SHARD_SIZE, SHARD_SIZE + 39])
        expect(await idsNear(now, all[number] as StoredFingerprint)).toEqual([all[number]?.pictureId]);
    const own = all[3] as StoredFingerprint;
    expect(await idsNear(history, own, own.caseId)).toEqual([]);

    // Deleted: found no more, and nowhere in storage, before and after a new start.
    for (const number of [500, SHARD_SIZE + 5]) {
      const gone = all[number] as StoredFingerprint;
      await deleteCase(database, gone.caseId, '2026-11-21T08:00:00Z');
      expect(await idsNear(history, gone)).toEqual([]);
      expect(await idsNear(await HistoryFingerprints.read(database), gone)).toEqual([]);
      const packed = await database.getAll('shards');
      const words = pdqFromHex(gone.pdq);
      const isStored = packed.some(({ hashes }) => hashes.some((_, at) => words.every((w, i) => hashes[at + i] === w)));
      expect(isStored).toBe(false);
      expect(JSON.stringify(await database.getAll('shardPictures'))).not.toContain(`"${gone.pictureId}"`);
    }
    expect((await database.getAll('shards'))[0]?.live).toBe(SHARD_SIZE - 1);

    // Written again with another hash: the old one is forgotten.
    const changed = { ...(all[7] as StoredFingerprint), pdq: randomHash() };
    await history.add(changed);
    for (const now of [history, await HistoryFingerprints.read(database)]) {
      expect(await idsNear(now, changed)).toEqual([changed.pictureId]);
      expect(await idsNear(now, all[7] as StoredFingerprint)).toEqual([]);
    }
  });

  it('packs anew when shards and store disagree', { timeout: 30_000 }, async () => {
    const all = await fill(await HistoryFingerprints.read(database), SHARD_SIZE + 3);
    const last = all.at(-1) as StoredFingerprint;
    const damage: (() => Promise<unknown>)[] = [
      () => database.clear('shards'),
      () => database.clear('unpacked'),
      () => database.put('shards', { shard: 0, hashes: new Uint32Array(12), live: SHARD_SIZE }),
      () => database.put('fingerprints', fingerprintOf(9_000_000)),
    ];
    for (const harm of damage) {
      await harm();
      const history = await HistoryFingerprints.read(database);
      for (const known of [all[0] as StoredFingerprint, last])
        expect(await idsNear(history, known)).toEqual([known.pictureId]);
    }
  });

  it('drops a shard when the last of it was deleted', { timeout: 30_000 }, async () => {
    const all = await fill(await HistoryFingerprints.read(database), SHARD_SIZE);
    for (const { caseId } of all) await deleteCase(database, caseId, '2026-11-21T08:00:00Z');
    expect(await database.count('shards')).toBe(0);
    expect(await database.count('shardPictures')).toBe(0);
    await fill(await HistoryFingerprints.read(database), 2);
  });

  it('keeps damages until the claim is deleted or the seller marks them wrong', async () => {
    const history = await HistoryFingerprints.read(database);
    const fingerprint = fingerprintOf(1);
    const { pictureId } = fingerprint;
    await addCase(history, fingerprint);
    const keypoints = { count: 1, points: new Float32Array(2), descriptors: new Uint32Array(8) };
    const patch = { region: { x: 0, y: 0, width: 1, height: 1 }, width: 1, height: 1, keypoints } as DamagePatch;
    await history.addDamages(pictureId, [patch, patch], '2026-11-20T10:00:00Z');
    await history.addDamages(pictureId, [patch], '2026-11-20T11:00:00Z');
    const earlier = (await HistoryFingerprints.read(database)).without('other', new PictureShelf());
    const [damage, ...more] = earlier.damages();
    expect(more).toEqual([]);
    if (!damage) throw new Error('no damage was kept');
    expect(await earlier.openDamage(damage)).toMatchObject({ caseId: fingerprint.caseId, isConfirmed: false });
    expect(await history.without(fingerprint.caseId, new PictureShelf()).openDamage(damage)).toBeNull();
    await writeReview(database, pictureId, 'listing-altered', 'confirmed', '2026-11-21T10:00:00Z');
    expect(await earlier.openDamage(damage)).toMatchObject({ isConfirmed: true });
    await writeReview(database, pictureId, 'listing-altered', 'wrong', '2026-11-21T10:00:00Z');
    expect(await earlier.openDamage(damage)).toBeNull();
    await deleteCase(database, fingerprint.caseId, '2026-11-21T08:00:00Z');
    expect(await database.count('damages')).toBe(0);
    expect(await database.count('damagePatches')).toBe(0);
  });
});
