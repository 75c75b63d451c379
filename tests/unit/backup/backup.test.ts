import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupProblem } from '../../../utils/backup/backup-problem.ts';
import { restoreBackup } from '../../../utils/backup/restore-backup.ts';
import { openSealed } from '../../../utils/backup/sealed-stream.ts';
import { RESTORE_JOURNAL, undoRestore } from '../../../utils/backup/undo-restore.ts';
import { writeBackup } from '../../../utils/backup/write-backup.ts';
import { type CaseDatabase, type CaseSchema, openDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { writeFingerprint } from '../../../utils/cases/fingerprint-shards.ts';
import { readLog } from '../../../utils/cases/log.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeHandling } from '../../../utils/cases/write-handling.ts';
import { updatePicture, writePreview, writeResult, writeReview } from '../../../utils/cases/write-results.ts';
import { writeWords } from '../../../utils/cases/write-words.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const PASSPHRASE = '青山不改 绿水长流 2026';
const NOW = '2026-11-21T08:00:00.000Z';
const LOCAL_SETTINGS = {
  language: 'en',
  checksOff: ['screenshot'],
  retentionDays: null,
  panel: { side: 'left', closedOn: [] },
};
/** Longer than a chunk, so that pictures cross chunks and frames. */
const PICTURE_BYTES = 2_600_000;

/** The search index, which the next start makes anew from the fingerprints. */
const PACKED_AGAIN: readonly string[] = ['shards', 'shardPictures', 'unpacked'];

let count = 0;
const opened: CaseDatabase[] = [];
const fresh = async (): Promise<CaseDatabase> => {
  const database = await openDatabase(`backup-${count++}`);
  opened.push(database);
  return database;
};

/** Everything stored, with the bytes of each Blob in its place. */
async function contentOf(database: CaseDatabase): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  const backedUp = [...database.objectStoreNames].filter((store) => !PACKED_AGAIN.includes(store));
  for (const store of backedUp) content[store] = await plain(await database.getAll(store));
  return content;
}
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob)
    return { blobType: value.type, bytes: Buffer.from(await value.arrayBuffer()).toString('base64') };
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await plain(item)])),
  );
}

async function fill(database: CaseDatabase, claimIds: readonly string[]): Promise<void> {
  for (const claimId of claimIds) {
    const claim = claimWith({
      claimId,
      deadline: '2026-11-22T10:00:00+08:00',
      evidence: [evidence(`https://a/${claimId}.jpg`)],
    });
    const { caseId, orderId, platform, buyerKey } = await storeClaim(database, claim, [], NOW);
    const pictureId = `${caseId}#e0`;
    const bytes = Uint8Array.from({ length: PICTURE_BYTES }, (_, index) => (index * 31 + claimId.length) & 255);
    const delivered = {
      url: 'https://a/1.jpg',
      receivedAt: NOW,
      contentType: 'image/jpeg',
      sizeBytes: PICTURE_BYTES,
      sha256: 'ab'.repeat(32),
      blob: new Blob([bytes], { type: 'image/jpeg' }),
    };
    await updatePicture(database, pictureId, { delivered, width: 800, height: 600, decodeMs: 12.5 });
    await writePreview(database, pictureId, new Blob(['small'], { type: 'image/webp' }));
    await writeWords(database, { pictureId, words: Uint32Array.of(1, 2 ** 32 - 1, 7), keptAt: NOW }, 10);
    await writeFingerprint(database, {
      pictureId,
      caseId,
      orderId,
      platform,
      buyerKey,
      name: 'n',
      capturedAt: NOW,
      pdq: 'f'.repeat(64),
      quality: 99,
    });
    await writeResult(database, {
      pictureId,
      caseId,
      check: 'metadata',
      version: 1,
      elapsedMs: 3.25,
      outcome: {
        status: 'done',
        measured: { deep: { $: 'a key that looks like a mark', list: [1, null, 'x'] } },
        findings: [{ check: 'metadata', kind: 'tc260-label', grade: 'strong', params: { label: 1 } }],
      },
    });
    await writeReview(database, pictureId, 'tc260-label', 'wrong', NOW);
    await writeHandling(database, caseId, { outcome: 'won', notes: '备注 📦' }, NOW);
  }
  await database.put('settings', {
    key: 'c2pa-trust-anchors',
    value: { pem: 'x', certificateCount: 1, importedAt: NOW },
  });
}

async function backUp(database: CaseDatabase): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(
    { database, localSettings: LOCAL_SETTINGS },
    PASSPHRASE,
    async (bytes) => void parts.push(bytes),
    NOW,
  );
  return new Blob(parts);
}
const restore = (database: CaseDatabase, file: Blob, passphrase = PASSPHRASE) =>
  restoreBackup(database, file, passphrase, NOW);

let source: CaseDatabase;
let file: Blob;

beforeEach(async () => {
  source = await fresh();
  await fill(source, ['1', '2']);
  await storeClaim(source, claimWith({ claimId: 'gone' }), [], NOW);
  await deleteCase(source, 'pinduoduo:gone', NOW);
  file = await backUp(source);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const database of opened.splice(0)) database.close();
});

describe('a backup', () => {
  it('restores every record of every store field by field, and the settings', async () => {
    const target = await fresh();
    const answer = await restore(target, file);
    expect(answer).toEqual({ status: 'done', addedCount: 2, keptCount: 0, madeAt: NOW, localSettings: LOCAL_SETTINGS });
    const { log, ...restored } = await contentOf(target);
    const { log: sourceLog, ...original } = await contentOf(source);
    expect(restored).toEqual(original);
    expect(original.words).toEqual([expect.objectContaining({ words: expect.any(Uint32Array) }), expect.anything()]);
    // The log goes on behind the lines that it brought.
    expect((log as unknown[]).slice(0, -1)).toEqual(sourceLog);
    expect(await readLog(target)).toMatchObject({ brokenAt: null });
  });

  it('shows nothing of what is in it', async () => {
    const bytes = Buffer.from(await file.arrayBuffer());
    for (const secret of ['pinduoduo', '青山不改', 'tc260-label', 'image/jpeg'])
      expect(bytes.includes(secret)).toBe(false);
    expect(
      Buffer.from(await (await backUp(source)).arrayBuffer())
        .subarray(100)
        .equals(bytes.subarray(100)),
    ).toBe(false);
  });

  it('is not made under a passphrase that is soon guessed', async () => {
    const sink = vi.fn();
    await expect(writeBackup({ database: source, localSettings: {} }, '12345678', sink, NOW)).rejects.toThrow(
      RangeError,
    );
    expect(sink).not.toHaveBeenCalled();
  });
});

describe('a history that has cases', () => {
  it('keeps its own and takes the others', async () => {
    const target = await fresh();
    await storeClaim(target, claimWith({ claimId: '1', statusText: '这里的' }), [], NOW);
    await storeClaim(target, claimWith({ claimId: '3' }), [], NOW);
    const before = await target.get('cases', 'pinduoduo:1');
    expect(await restore(target, file)).toMatchObject({ addedCount: 1, keptCount: 1 });
    expect(await target.getAllKeys('cases')).toEqual(['pinduoduo:1', 'pinduoduo:2', 'pinduoduo:3']);
    expect(await target.get('cases', 'pinduoduo:1')).toEqual(before);
    expect(await target.getAllKeys('results')).toEqual([['pinduoduo:2#e0', 'metadata']]);
    expect((await target.getAllKeys('summaries')).length).toBe(3);
    expect(await restore(target, file)).toMatchObject({ addedCount: 0, keptCount: 2 });
  });

  it('knows a buyer of both by one key, although each history has a salt of its own', async () => {
    const target = await fresh();
    const { buyerKey } = await storeClaim(target, claimWith({ claimId: '3' }), [], NOW);
    await restore(target, file);
    const keys = (await target.getAll('cases')).map((stored) => stored.buyerKey);
    expect(new Set(keys)).toEqual(new Set([buyerKey]));
    expect((await target.getAll('fingerprints')).map((stored) => stored.buyerKey)).toEqual([buyerKey, buyerKey]);
    expect((await target.getAll('summaries')).every((row) => row.buyerKey === buyerKey)).toBe(true);
  });
});

describe('a file that is not restored', () => {
  /** Refused with this reason, and nothing was written at any time. */
  async function expectRefused(bad: Blob, reason: string, passphrase = PASSPHRASE): Promise<void> {
    const target = await fresh();
    const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
    writes.mockClear();
    expect(await restore(target, bad, passphrase)).toEqual({ status: 'refused', reason });
    expect(writes).not.toHaveBeenCalled();
    for (const store of target.objectStoreNames) expect(await target.count(store)).toBe(0);
  }
  const changedAt = async (at: number): Promise<Blob> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[at] = (bytes[at] as number) ^ 1;
    return new Blob([bytes]);
  };

  it('has another passphrase', () => expectRefused(file, 'backup-wrong-passphrase', `${PASSPHRASE}!`));

  it('is no backup', async () => {
    await expectRefused(new Blob(['PK\u0003\u0004 something else']), 'backup-not-one');
    await expectRefused(new Blob([]), 'backup-not-one');
  });

  it('is of a later format', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[17] = 2;
    await expectRefused(new Blob([bytes]), 'backup-newer');
  });

  it('is of a later version of the history', async () => {
    source.close();
    const later = await openDB<CaseSchema>(source.name, source.version + 1);
    opened.push(later);
    await expectRefused(await backUp(later), 'backup-newer');
  });

  it.each([0.3, 0.999, 0.9999999])('was cut off after %s of it', async (share) => {
    await expectRefused(file.slice(0, Math.floor(file.size * share)), 'backup-truncated');
  });

  it('was cut off between two chunks', async () => {
    const headerBytes = 61;
    const firstChunkEnd = headerBytes + 4 + 1024 * 1024 + 16;
    await expectRefused(file.slice(0, firstChunkEnd), 'backup-truncated');
  });

  it.each([70, 500_000, 3_000_000])('was changed at byte %s', async (at) => {
    await expectRefused(await changedAt(at), 'backup-tampered');
  });

  it('has two chunks changed over', async () => {
    const [header, chunk] = [61, 4 + 1024 * 1024 + 16];
    const parts = [
      file.slice(0, header),
      file.slice(header + chunk, header + 2 * chunk),
      file.slice(header, header + chunk),
    ];
    await expectRefused(new Blob([...parts, file.slice(header + 2 * chunk)]), 'backup-tampered');
  });

  it.each(Array.from({ length: 61 }, (_, at) => at).filter((at) => at % 7 === 0))(
    'with its header changed at %s is never restored',
    async (at) => {
      const target = await fresh();
      const answer = await restore(target, await changedAt(at)).catch((error: unknown) => error);
      expect(answer).toMatchObject({ status: 'refused' });
      expect(await target.count('cases')).toBe(0);
    },
  );
});

describe('a restore that fails in the middle', () => {
  it('leaves the history as it was when storage runs full', async () => {
    const target = await fresh();
    await storeClaim(target, claimWith({ claimId: '3' }), [], NOW);
    const before = await contentOf(target);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'words') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key as IDBValidKey);
    });
    await expect(restore(target, file)).rejects.toThrow('full');
    vi.restoreAllMocks();
    expect(await contentOf(target)).toEqual(before);
  });

  it('is undone at the next start when the browser died', async () => {
    const target = await fresh();
    await storeClaim(target, claimWith({ claimId: '3' }), [], NOW);
    const before = await contentOf(target);
    await target.put('settings', { key: RESTORE_JOURNAL, value: ['pinduoduo:1', 'pinduoduo:2'] });
    for (const store of ['cases', 'pictures', 'results'] as const)
      for (const value of await source.getAll(store)) await target.put(store, value as never);
    expect(await undoRestore(target)).toBe(true);
    expect(await contentOf(target)).toEqual(before);
    expect(await undoRestore(target)).toBe(false);
  });
});

describe('openSealed', () => {
  it('yields nothing that it has not verified', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[1_500_000] = (bytes[1_500_000] as number) ^ 1;
    let plainBytes = 0;
    const read = async () => {
      for await (const chunk of openSealed(new Blob([bytes]), PASSPHRASE)) plainBytes += chunk.length;
    };
    await expect(read()).rejects.toBeInstanceOf(BackupProblem);
    expect(plainBytes).toBe(1024 * 1024);
  });
});
