import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RESTORE_JOURNAL, undoRestore } from '../../../utils/backup/undo-restore.ts';
import { writeBackup } from '../../../utils/backup/write-backup.ts';
import type { CaseDatabase } from '../../../utils/cases/database.ts';
import { deleteCase } from '../../../utils/cases/delete-cases.ts';
import { readLog } from '../../../utils/cases/log.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import {
  backUp,
  closeHistories,
  contentOf,
  fill,
  freshHistory,
  LOCAL_SETTINGS,
  NOW,
  restore,
} from '../../fixtures/backed-up-history.ts';
import { claimWith } from '../../fixtures/claim.ts';

let source: CaseDatabase;
let file: Blob;

beforeEach(async () => {
  source = await freshHistory();
  await fill(source, ['1', '2']);
  await storeClaim(source, claimWith({ claimId: 'gone' }), [], NOW);
  await deleteCase(source, 'pinduoduo:gone', NOW);
  file = await backUp(source);
});
afterEach(() => {
  vi.restoreAllMocks();
  closeHistories();
});

describe('a backup', () => {
  it('restores every record of every store field by field, and the settings', async () => {
    const target = await freshHistory();
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
    const target = await freshHistory();
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
    const target = await freshHistory();
    const { buyerKey } = await storeClaim(target, claimWith({ claimId: '3' }), [], NOW);
    await restore(target, file);
    const keys = (await target.getAll('cases')).map((stored) => stored.buyerKey);
    expect(new Set(keys)).toEqual(new Set([buyerKey]));
    expect((await target.getAll('fingerprints')).map((stored) => stored.buyerKey)).toEqual([buyerKey, buyerKey]);
    expect((await target.getAll('summaries')).every((row) => row.buyerKey === buyerKey)).toBe(true);
  });
});

describe('a restore that fails in the middle', () => {
  it('leaves the history as it was when storage runs full', async () => {
    const target = await freshHistory();
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
    const target = await freshHistory();
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
