import { expect, it } from 'vitest';
import { isOfPattern, pagePatternOf } from '../../../../utils/claims/taught/page-pattern.ts';

it.each([
  ['https://erp.test/aftersale/88001', '/aftersale/*'],
  ['https://erp.test/aftersale/SH20261118-000417/detail/', '/aftersale/*/detail'],
  ['https://erp.test/v2/refund/3f2b8c1e-9a44-4d0e-8b21-77c1f0a2d9b3', '/v2/refund/*'],
  ['https://erp.test/', '/'],
  ['https://erp.test/index.php?m=refund&a=view&id=88001', '/index.php?a=view&m=refund'],
  ['https://erp.test/index.php?a=view&id=90002&m=refund&from=mail', '/index.php?a=view&m=refund'],
  ['https://erp.test/app/#/aftersale/detail/88001?tab=pictures&id=5', '/app#/aftersale/detail/*?tab=pictures'],
  ['https://erp.test/app#top', '/app'],
])('%s is a page of the kind %s', (address, pattern) => {
  expect(pagePatternOf(new URL(address))).toBe(pattern);
});

it('tells kinds of pages apart', () => {
  const pattern = pagePatternOf(new URL('https://erp.test/index.php?m=refund&id=1'));
  expect(isOfPattern(new URL('https://erp.test/index.php?m=refund&id=2'), pattern)).toBe(true);
  expect(isOfPattern(new URL('https://erp.test/index.php?m=stock&id=2'), pattern)).toBe(false);
});
