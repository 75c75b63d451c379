import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { StoredResult } from '../../../utils/cases/case.ts';
import { openDatabase } from '../../../utils/cases/database.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import type { Finding } from '../../../utils/checks/check.ts';
import { ResultWriter } from '../../../utils/engine/result-writer.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

let count = 0;

async function writerOfCase() {
  const database = await openDatabase(`result-writer-${count++}`);
  const { caseId } = await storeClaim(database, claimWith({ evidence: [evidence('https://a/1.jpg')] }), [], 'now');
  const pictureId = (await database.getAllKeys('pictures'))[0] as string;
  const told: number[] = [];
  const stored = () => database.count('results');
  const writer = new ResultWriter(database, () => told.push(told.length));
  const resultOf = (check: string, ...findings: Finding[]): StoredResult => ({
    pictureId,
    caseId,
    check,
    version: 1,
    outcome: { status: 'done', measured: {}, findings },
    elapsedMs: 0,
  });
  return { database, writer, resultOf, told, stored };
}

it('writes a result with a finding at once, and those that waited with it', async () => {
  const { writer, resultOf, told, stored } = await writerOfCase();
  await writer.add(resultOf('first'));
  await writer.flush();
  await writer.add(resultOf('quick'));
  const toldBefore = told.length;
  await writer.add(resultOf('finds', { check: 'finds', kind: 'editor-software', grade: 'note', params: {} }));
  expect(await stored()).toBe(3);
  expect(told.length).toBe(toldBefore + 1);
});

it('leaves nothing unwritten when it is asked to', async () => {
  const { writer, resultOf, stored } = await writerOfCase();
  for (const check of ['a', 'b', 'c', 'd']) await writer.add(resultOf(check));
  await writer.flush();
  expect(await stored()).toBe(4);
});

it('says that the database refused, to whoever waits for the writing', async () => {
  const { database, writer, resultOf, told } = await writerOfCase();
  database.close();
  await writer.add(resultOf('lost'));
  await expect(writer.flush()).rejects.toThrow();
  expect(told).toEqual([]);
});
