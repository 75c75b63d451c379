import { describe, expect, it } from 'vitest';
import { caseIdOf } from '../../../utils/claims/claim.ts';
import { manualClaim, manualClaimId } from '../../../utils/claims/manual-claim.ts';

const parts = { claimId: '20261121-2305-k3f9', orderId: '', pageUrl: '', readAt: '2026-11-21T23:05:00Z' };

describe('manualClaim', () => {
  it('says nothing that nobody said, and misses nothing', () => {
    const claim = manualClaim(parts);
    expect(caseIdOf(claim)).toBe('manual:20261121-2305-k3f9');
    expect([claim.orderId, claim.buyerName, claim.amount, claim.evidence, claim.missing]).toEqual([
      '',
      null,
      null,
      [],
      [],
    ]);
    expect(claim.fieldSources).toEqual({});
  });

  it('keeps a typed order number, trimmed and bounded, and says that it was typed', () => {
    expect(manualClaim({ ...parts, orderId: ' 261114-1 ' })).toMatchObject({
      orderId: '261114-1',
      fieldSources: { orderId: { via: 'manual' } },
    });
    expect(manualClaim({ ...parts, orderId: '9'.repeat(500) }).orderId).toHaveLength(64);
  });
});

describe('manualClaimId', () => {
  it('tells when it was made, and two of one minute apart', () => {
    const now = new Date('2026-11-21T23:05:59Z');
    expect(manualClaimId(now, 0)).toBe('20261121-2305-0000');
    expect(manualClaimId(now, 0.9999999)).toBe('20261121-2305-zzzz');
  });
});
