import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BackupProblem } from '../../../utils/backup/backup-problem.ts';
import { openSealed } from '../../../utils/backup/sealed-stream.ts';
import type { CaseDatabase, CaseSchema } from '../../../utils/cases/database.ts';
import { backUp, closeHistories, fill, freshHistory, PASSPHRASE, restore } from '../../fixtures/backed-up-history.ts';

let source: CaseDatabase;
let file: Blob;

beforeAll(async () => {
  source = await freshHistory();
  await fill(source, ['1', '2']);
  file = await backUp(source);
});
afterAll(() => {
  closeHistories();
});

describe('a file that is not restored', () => {
  /** Refused with this reason, and nothing was written at any time. */
  async function expectRefused(bad: Blob, reason: string, passphrase = PASSPHRASE): Promise<void> {
    const target = await freshHistory();
    const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
    expect(await restore(target, bad, passphrase)).toEqual({ status: 'refused', reason });
    expect(writes).not.toHaveBeenCalled();
    writes.mockRestore();
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
    const own = await freshHistory();
    own.close();
    const later = await openDB<CaseSchema>(own.name, own.version + 1);
    const ofLater = await backUp(later);
    later.close();
    await expectRefused(ofLater, 'backup-newer');
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
      const target = await freshHistory();
      const answer = await restore(target, await changedAt(at)).catch((error: unknown) => error);
      expect(answer).toMatchObject({ status: 'refused' });
      expect(await target.count('cases')).toBe(0);
    },
  );
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
