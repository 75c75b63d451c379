import { expect, it } from 'vitest';
import { launcherTextIn } from '../../../entrypoints/content/launcher-text.ts';

it('says that a claim has no order number instead of leaving a gap for it', () => {
  expect(launcherTextIn('zh-CN').claim('', 2)).toBe('没读到订单编号，2 张凭证图片');
  expect(launcherTextIn('en').claim('', 1)).toBe('No order number read, 1 evidence picture');
  expect(launcherTextIn('en').claim('A-1', 2)).toBe('Order A-1, 2 evidence pictures');
});
