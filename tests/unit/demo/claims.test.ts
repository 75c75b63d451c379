import { describe, expect, it } from 'vitest';
import pinduoduo from '../../../utils/platforms/pinduoduo.ts';
import { CLAIMS, claimUrl, IMAGES, LIST_URL } from '../../demo/claims.mjs';

describe('the claims of the demo', () => {
  it.each(Object.entries(CLAIMS))('%s has pictures that the image servers know, and times in order', (_, claim) => {
    const { images, payTime, shippingTime, signTime, createdAt } = claim as typeof claim & Record<string, string>;
    expect(images.length).toBeGreaterThan(0);
    for (const url of [...images, ...claim.snapshotUrls, ...claim.counterEvidence]) expect(IMAGES.has(url)).toBe(true);
    const times = [payTime, shippingTime, signTime, createdAt];
    expect([...times].sort()).toEqual(times);
  });

  it('stands under addresses that the platform file reads', () => {
    const { id, orderSn } = CLAIMS.a as unknown as { id: string; orderSn: string };
    const page = pinduoduo.page(new URL(claimUrl({ id, orderSn })));
    expect(page).toMatchObject({ kind: 'claim', claimId: id, orderId: orderSn });
    expect(pinduoduo.page(new URL(LIST_URL))?.kind).toBe('list');
  });
});
