import { expect, it } from 'vitest';
import { namesProduct } from '../../../utils/cases/product-key.ts';

it('knows whether a claim names a product that later claims can be of', () => {
  const claimOf = (id: string | null, title: string | null) => ({
    platform: 'jd',
    claimId: '1',
    product: { id, title },
  });
  expect(namesProduct(claimOf('880', null))).toBe(true);
  expect(namesProduct(claimOf(null, '马克杯'))).toBe(true);
  expect(namesProduct(claimOf(null, ' '))).toBe(false);
  expect(namesProduct(claimOf(null, null))).toBe(false);
});
