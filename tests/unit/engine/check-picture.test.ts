import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../utils/cases/database.ts';
import { readCaseView } from '../../../utils/cases/read-case-view.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { setCaseStatus, writeResult } from '../../../utils/cases/write-results.ts';
import { defineCheck, done } from '../../../utils/checks/check.ts';
import type { Analysis } from '../../../utils/engine/analysis.ts';
import { checkPicture } from '../../../utils/engine/check-picture.ts';
import { HistoryFingerprints } from '../../../utils/engine/history-fingerprints.ts';
import { PictureShelf } from '../../../utils/engine/worker/picture-shelf.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

const CASE = 'pinduoduo:10001';
const PICTURE = `${CASE}#e0`;

// Node has no canvas; the probe looks at no pixels.
beforeAll(() => {
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext(): null {
        return null;
      }
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

async function storedClaim(name: string, parts: Parameters<typeof claimWith>[0] = {}) {
  const database = await openDatabase(`check-picture-${name}`);
  const claim = claimWith({ evidence: [evidence('https://img.pddpic.com/1.jpg')], ...parts });
  await storeClaim(database, claim, [], 'now');
  await setCaseStatus(database, CASE, 'done', 'now');
  const stored = await database.get('cases', CASE);
  if (stored) await database.put('cases', { ...stored, checks: ['file'] });
  let runs = 0;
  const probe = defineCheck({ id: 'probe', version: 1, needs: [], source: 'test', run: () => done({ runs: ++runs }) });
  const analysis: Analysis = {
    database,
    shelf: new PictureShelf(),
    fingerprints: HistoryFingerprints.read(database),
    checks: [probe],
    remembers: false,
    events: {
      changed: () => undefined,
      checkStarted: () => undefined,
      checkEnded: () => undefined,
      checkBroke: () => undefined,
    },
    now: () => 'now',
  };
  return { database, analysis };
}

it('writes the result of the check that was asked for, and leaves the state and the progress of the case', async () => {
  const { database, analysis } = await storedClaim('result');
  const before = await readCaseView(database, CASE);
  await checkPicture({ caseId: CASE, pictureId: PICTURE, check: 'probe' }, analysis);
  const after = await readCaseView(database, CASE);
  expect(after?.pictures[0]?.skipped).toEqual([{ status: 'skipped', check: 'probe', reason: 'no-bytes' }]);
  expect(after?.status).toBe('done');
  expect(after?.progress).toEqual(before?.progress);
});

it('is tried again however the last time ended', async () => {
  const { database, analysis } = await storedClaim('again');
  const outcome = { status: 'failed', reason: 'check-timed-out' } as const;
  await writeResult(database, { pictureId: PICTURE, caseId: CASE, check: 'probe', version: -1, outcome, elapsedMs: 0 });
  await checkPicture({ caseId: CASE, pictureId: PICTURE, check: 'probe' }, analysis);
  expect((await readCaseView(database, CASE))?.pictures[0]?.failed).toEqual([]);
});

it('does nothing for a picture of another case or one that is gone, and knows no other check', async () => {
  const { database, analysis } = await storedClaim('gone');
  await checkPicture({ caseId: 'pinduoduo:2', pictureId: PICTURE, check: 'probe' }, analysis);
  await checkPicture({ caseId: CASE, pictureId: `${CASE}#e7`, check: 'probe' }, analysis);
  expect(await database.count('results')).toBe(0);
  await expect(checkPicture({ caseId: CASE, pictureId: PICTURE, check: 'file' }, analysis)).rejects.toThrow('file');
});
