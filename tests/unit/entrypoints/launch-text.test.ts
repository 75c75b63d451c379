import { expect, it } from 'vitest';
import { launchTextIn } from '../../../entrypoints/loader/launch-text.ts';

it.each([
  ['zh-CN', '退款验图'],
  ['zh', '退款验图'],
  ['zh-TW', '退款驗圖'],
  ['zh-Hant-HK', '退款驗圖'],
  ['en', 'Refund Lens'],
  ['th', 'Refund Lens'],
])('the card of a browser in %s is called %s', (language, name) => {
  expect(launchTextIn(language).name).toBe(name);
});
