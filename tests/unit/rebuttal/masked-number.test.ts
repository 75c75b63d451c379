import { expect, it } from 'vitest';
import { maskedNumber } from '../../../utils/rebuttal/masked-number.ts';

it.each([
  ['260918-135792468013579', '2609****3579'],
  ['1234567890123', '1234****0123'],
  ['123456789012', '****9012'],
  ['42', '****42'],
])('of %s shows %s', (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});
