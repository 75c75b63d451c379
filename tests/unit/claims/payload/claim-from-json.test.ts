import { describe, expect, it } from 'vitest';
import { claimFromJson } from '../../../../utils/claims/payload/claim-from-json.ts';

const DEFAULTS = { claimId: 'c', orderId: 'o', readAt: 'now' };

describe('claimFromJson', () => {
  it('fills a claim from nothing', () => {
    expect(claimFromJson({}, DEFAULTS)).toMatchObject({
      platform: 'files',
      claimId: 'c',
      orderId: 'o',
      amount: null,
      buyerName: null,
      evidence: [],
    });
  });

  it('takes a kind of claim that it knows', () => {
    expect(claimFromJson({ claimType: 'refund_only' }, DEFAULTS).claimType).toBe('refund_only');
    expect(claimFromJson({ claimType: '仅退款' }, DEFAULTS)).toMatchObject({
      claimType: 'unknown',
      claimTypeText: '仅退款',
    });
  });

  it('reads flat and nested forms, and ids that were written as numbers', () => {
    const claim = claimFromJson(
      {
        orderId: 12345,
        buyer: { nick: '青山', id: 77 },
        amount: { value: '12.90', currency: 'CNY' },
        product: { title: '杯子' },
        dispatchTime: '2026-11-01T00:00:00Z',
        unknown: [1],
      },
      DEFAULTS,
    );
    expect(claim).toMatchObject({
      orderId: '12345',
      buyerName: '青山',
      buyerId: '77',
      amount: { value: '12.90' },
      product: { title: '杯子' },
      dispatchTime: '2026-11-01T00:00:00Z',
    });
    expect(claimFromJson({ buyer: '青山', amount: 12.9, product: '杯子' }, DEFAULTS)).toMatchObject({
      buyerName: '青山',
      amount: { value: '12.9', currency: 'CNY' },
      product: { title: '杯子' },
    });
  });
});
