import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { checkedClaims } from '../../../utils/cases/checked-claims.ts';
import { openDatabase } from '../../../utils/cases/database.ts';
import { isKnownCase } from '../../../utils/cases/is-known-case.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { setCaseStatus } from '../../../utils/cases/write-results.ts';
import { caseIdOf } from '../../../utils/claims/claim.ts';
import { claimWith } from '../../fixtures/claim.ts';

test('knows a claim by either id that an address can name, in its own seller center only', async () => {
  const database = await openDatabase(`known-${Math.random()}`);
  const claim = claimWith();
  const { platform, claimId, orderId } = claim;
  const isKnown = (where: string, ids: { claimId: string | null; orderId: string | null }) =>
    isKnownCase(database, where, ids);
  expect(await isKnown(platform, { claimId, orderId })).toBe(false);
  await storeClaim(database, claim, [], '2026-11-21T00:00:00.000Z');
  expect(await isKnown(platform, { claimId, orderId: null })).toBe(true);
  expect(await isKnown(platform, { claimId: null, orderId })).toBe(true);
  expect(await isKnown('another', { claimId, orderId })).toBe(false);
  expect(await isKnown(platform, { claimId: null, orderId: null })).toBe(false);

  expect(await checkedClaims(database, platform, [claimId])).toEqual([]);
  await setCaseStatus(database, caseIdOf(claim), 'done', '2026-11-21T00:01:00.000Z');
  expect(await checkedClaims(database, platform, ['other', claimId])).toEqual([claimId]);
});
