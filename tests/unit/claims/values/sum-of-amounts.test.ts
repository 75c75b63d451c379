import { expect, it } from 'vitest';
import { sumOfAmounts } from '../../../../utils/claims/values/sum-of-amounts.ts';

it.each([
  [[], '0.00'],
  [['0.10', '0.20'], '0.30'],
  [['39.9', '4240.60', '1'], '4281.50'],
  [['12.345', '-0.005'], '12.34'],
  [['1.234'], '1.234'],
  [['not a number', '5'], '5.00'],
  [['90071992547409.93', '0.01'], '90071992547409.94'],
])('%j come to %s', (amounts, sum) => {
  expect(sumOfAmounts(amounts)).toBe(sum);
});
