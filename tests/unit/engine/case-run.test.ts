import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { StoredPicture } from '../../../utils/cases/case.ts';
import { openDatabase } from '../../../utils/cases/database.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { type CheckInput, defineCheck, done } from '../../../utils/checks/check.ts';
import { NO_EARLIER_PICTURES } from '../../../utils/checks/earlier-pictures.ts';
import type { Analysis } from '../../../utils/engine/analysis.ts';
import { CaseRun } from '../../../utils/engine/case-run.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

vi.mock('../../../utils/engine/worker/pixels-are-altered.ts', () => ({ pixelsAreAltered: () => false }));

it('compares a picture with the listing pictures that it was not compared with before, and keeps the stronger answer', async () => {
  const database = await openDatabase('case-run');
  const stored = await storeClaim(database, claimWith({ evidence: [evidence('https://a/1.jpg')] }), [], 'now');
  const image = { url: '', receivedAt: '', contentType: null, sizeBytes: 1, sha256: 'a', blob: new Blob(['x']) };
  const picture = { ...(await database.getAll('pictures'))[0], delivered: image, decodeMs: 1 } as StoredPicture;
  const listing = (id: string) => ({ id, pixels: {} }) as Picture;
  const compared: string[][] = [];
  const check = defineCheck({
    id: 'compare',
    version: 1,
    needs: ['listing'],
    source: 'test',
    run: ({ listing: given }: CheckInput) => {
      compared.push(given.map(({ id }) => id));
      const isFound = given.some(({ id }) => id === 'l1');
      return done({}, isFound ? [{ check: 'compare', kind: 'same', grade: 'clue', params: {} }] : []);
    },
  });
  const analysis = {
    database,
    shelf: { open: async () => ({ picture: listing('e0'), decoding: { preview: null }, decodeMs: 1 }) },
    fingerprints: {},
    checks: [check],
    remembers: false,
    events: { changed: () => undefined, checkStarted: () => undefined, checkEnded: () => undefined },
    now: () => 'now',
  } as unknown as Analysis;
  const run = new CaseRun(stored, analysis);
  const company = (...ids: string[]) => ({
    listing: ids.map(listing),
    packing: [],
    siblings: [],
    earlier: NO_EARLIER_PICTURES,
  });
  await run.runCheck(check, picture, company('l0', 'l1'));
  await run.runCheck(check, picture, company('l0', 'l1'));
  await run.runCheck(check, picture, company('l0', 'l1', 'l2'));
  expect(compared).toEqual([['l0', 'l1'], ['l2']]);
  const [result] = await database.getAll('results');
  expect(result?.outcome).toMatchObject({ status: 'done', findings: [{ kind: 'same' }] });
  expect(result?.comparedWith).toEqual(['l0', 'l1', 'l2']);
});
