import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { caseIdOf } from '../../../utils/claims/claim.ts';
import { addEvidence } from '../../../utils/engine/add-evidence.ts';
import type { EngineHost } from '../../../utils/engine/host.ts';
import { MAX_EVIDENCE_PICTURES } from '../../../utils/limits.ts';
import { claimWith } from '../../fixtures/claim.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0];
const file = (name: string, ...end: number[]) => ({
  name,
  blob: new Blob([new Uint8Array([...JPEG, ...end])], { type: 'image/jpeg' }),
});
const host = { cancel: vi.fn(async () => undefined), run: vi.fn(async () => undefined) } as unknown as EngineHost;
const claim = claimWith();
const caseId = caseIdOf(claim);
let database: CaseDatabase;

beforeEach(async () => {
  vi.clearAllMocks();
  database = await openDatabase(`add-evidence-${Math.random()}`);
});

const evidence = async () =>
  (await database.getAllFromIndex('pictures', 'by-case', caseId)).filter(({ role }) => role === 'evidence');

test('adds what the seller hands over behind the page’s pictures, with the time, and has the case run', async () => {
  await storeClaim(database, claim, [], '2026-11-21T00:00:00.000Z');
  const before = await evidence();
  expect(await addEvidence(database, host, caseId, [file('聊天.jpg', 1)])).toEqual({ added: 1, refused: [] });
  const [last, ...others] = (await evidence()).toSorted((a, b) => b.index - a.index);
  expect(last).toMatchObject({
    name: '聊天.jpg',
    index: before.length,
    url: '',
    addedAt: expect.stringMatching(/^20/),
  });
  expect(last?.delivered?.sizeBytes).toBe(JPEG.length + 1);
  expect(others.map(({ pictureId }) => pictureId).sort()).toEqual(before.map(({ pictureId }) => pictureId).sort());
  expect(others.every(({ addedAt }) => addedAt === undefined)).toBe(true);
  expect(host.run).toHaveBeenCalledWith(caseId);
});

test('refuses what is no picture, what is there already and what is too much, and runs nothing for it', async () => {
  await storeClaim(database, { ...claim, evidence: [] }, [], '2026-11-21T00:00:00.000Z');
  await addEvidence(database, host, caseId, [file('a.jpg', 1)]);
  vi.clearAllMocks();
  const answer = await addEvidence(database, host, caseId, [
    file('again.jpg', 1),
    { name: 'note.txt', blob: new Blob(['text']) },
  ]);
  expect(answer?.refused.map(({ name, problem }) => [name, problem.reason])).toEqual([
    ['again.jpg', 'duplicate-file'],
    ['note.txt', 'not-an-image'],
  ]);
  expect(host.run).not.toHaveBeenCalled();
  const many = Array.from({ length: MAX_EVIDENCE_PICTURES }, (_, number) => file(`${number}.jpg`, 2, number));
  const full = await addEvidence(database, host, caseId, many);
  expect(full).toMatchObject({
    added: MAX_EVIDENCE_PICTURES - 1,
    refused: [{ problem: { reason: 'too-many-files' } }],
  });
});

test('answers null for a case that is gone', async () => {
  expect(await addEvidence(database, host, 'pinduoduo:none', [file('a.jpg')])).toBeNull();
});
