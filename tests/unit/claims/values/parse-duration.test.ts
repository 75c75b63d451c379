import { expect, test } from 'vitest';
import { parseDurationSeconds } from '../../../../utils/claims/values/parse-duration.ts';

test.each([
  ['还剩2天3时5分', 183_900],
  ['剩余 23小时59分', 86_340],
  ['1天22时15分30秒 未处理，系统将自动退款', 166_530],
  ['86400秒后自动同意', 86_400],
  ['还剩05:30:00', 19_800],
  ['1 day 4 hours left', 100_800],
])('%s', (text, seconds) => {
  expect(parseDurationSeconds(text)).toBe(seconds);
});

test.each(['', '即将超时', '12.90'])('%j holds no duration', (text) => {
  expect(parseDurationSeconds(text)).toBeNull();
});
