import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/cases/database.ts';
import { readCaseView } from '../../../utils/cases/read-case-view.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { writeResult } from '../../../utils/cases/write-results.ts';
import { caseIdOf } from '../../../utils/claims/claim.ts';
import { claimFromJson } from '../../../utils/claims/payload/claim-from-json.ts';
import { keepAsStated } from '../../../utils/engine/keep-as-stated.ts';
import type { FilesToAnalyse } from '../../../utils/engine/worker/worker-protocol.ts';

const OURS = { claimId: '1', orderId: 'order-of-these-files', readAt: '2026-11-20T10:00:00Z' };
const file = (name: string) => ({ name, file: new File([], name) });
let count = 0;

async function viewAfter(claim: FilesToAnalyse['claim']) {
  const database = await openDatabase(`keep-as-stated-${count++}`);
  const asAnalysed = claimFromJson(claim, OURS);
  const caseId = caseIdOf(asAnalysed);
  const evidence = { role: 'evidence' as const, url: '', name: '/home/mei/claims/e.jpg', captured: null };
  await storeClaim(database, asAnalysed, [evidence], OURS.readAt);
  await writeResult(database, {
    pictureId: `${caseId}#e0`,
    caseId,
    check: 'listing-match',
    version: 1,
    elapsedMs: 1,
    outcome: {
      status: 'done',
      measured: {},
      findings: [
        {
          check: 'listing-match',
          kind: 'listing-altered',
          grade: 'proof',
          params: { listing: 'C:\\Users\\mei\\cup.jpg', note: 'and/or', others: ['/home/mei/claims/e.jpg'] },
        },
      ],
    },
  });
  await keepAsStated(database, caseId, {
    evidence: [file('/home/mei/claims/e.jpg')],
    listing: [file('C:\\Users\\mei\\cup.jpg')],
    packing: [],
    seen: [],
    claim,
    checks: [],
  });
  const view = await readCaseView(database, caseId);
  database.close();
  return view;
}

it('leaves no number that nobody stated', async () => {
  expect((await viewAfter({}))?.claim).toMatchObject({ orderId: '', claimId: '', readAt: OURS.readAt });
});

it('keeps those that were stated', async () => {
  expect((await viewAfter({ orderId: 77, claimId: 'a-9' }))?.claim).toMatchObject({ orderId: '77', claimId: 'a-9' });
});

it('names files without their folders, wherever a file is named, and nothing else', async () => {
  const picture = (await viewAfter({}))?.pictures[0];
  expect(picture?.name).toBe('e.jpg');
  expect(picture?.findings[0]?.params).toMatchObject({ listing: 'cup.jpg', note: 'and/or', others: ['e.jpg'] });
});
