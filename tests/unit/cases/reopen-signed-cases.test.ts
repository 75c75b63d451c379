import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/cases/database.ts';
import { reopenSignedCases } from '../../../utils/cases/reopen-signed-cases.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { setCaseStatus, writeResult } from '../../../utils/cases/write-results.ts';
import { done, skipped } from '../../../utils/checks/check.ts';
import { claimWith } from '../../fixtures/claim.ts';

it('forgets what was said of signed records, and nothing else', async () => {
  const database = await openDatabase('reopen-signed-cases');
  const caseIds: string[] = [];
  for (const claimId of ['signed', 'unsigned']) {
    const { caseId } = await storeClaim(database, claimWith({ claimId }), [], 'now');
    caseIds.push(caseId);
    const result = { pictureId: `${caseId}#e0`, caseId, version: 1, elapsedMs: 1 };
    const outcome = claimId === 'signed' ? done({ c2pa: {} }) : skipped('no-manifest');
    await writeResult(database, { ...result, check: 'c2pa', outcome });
    await writeResult(database, { ...result, check: 'metadata', outcome: done({}) });
    await setCaseStatus(database, caseId, 'done', 'now');
  }
  expect(await reopenSignedCases(database)).toEqual([caseIds[0]]);
  expect((await database.getAll('results')).map(({ check, caseId }) => `${caseId} ${check}`)).toEqual([
    `${caseIds[0]} metadata`,
    `${caseIds[1]} c2pa`,
    `${caseIds[1]} metadata`,
  ]);
  expect((await database.getAll('cases')).map(({ status }) => status)).toEqual(['running', 'done']);
  expect(await reopenSignedCases(database)).toEqual([]);
  database.close();
});
