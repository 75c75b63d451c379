import { expect, test } from 'vitest';
import { roleNamedBy } from '../../../utils/claims/picture-role.ts';

test.each([
  ['京东客服', 'platform'],
  ['天猫小二 于 2026-11-12 09:00 留言', 'platform'],
  ['Shopee', 'platform'],
  ['TikTok Shop support', 'platform'],
  ['客户 lin***3', 'buyer'],
  ['商家 2026-11-12 09:00', 'seller'],
  ['Your response', 'seller'],
  ['您的回复：', 'seller'],
  ['Comprador', 'buyer'],
  ['Vendedor contestou', 'seller'],
  ['Verkäuferin', 'seller'],
  ['Người bán', 'seller'],
  ['Vendedores destacados', null],
  ['Your package arrived broken', null],
  ['京东快递已揽收', null],
  ['官方客服提交的图片', null],
  ['Amazonite ring', null],
])('%s speaks for %s', (text, role) => {
  expect(roleNamedBy(text)).toBe(role);
});
