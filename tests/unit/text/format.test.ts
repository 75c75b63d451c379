import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../utils/text/format-bytes.ts';
import { formatMoney } from '../../../utils/text/format-money.ts';
import { formatTime } from '../../../utils/text/format-time.ts';
import { maskName } from '../../../utils/text/mask-name.ts';
import { reasonText } from '../../../utils/text/reason-text.ts';
import { textIn } from '../../../utils/text/text.ts';

describe('formatMoney', () => {
  it('writes the sign of the currency', () => {
    expect(formatMoney('39.90', 'CNY', 'zh-CN')).toBe('¥39.90');
    expect(formatMoney('39.9', 'USD', 'en')).toBe('$39.90');
  });

  it.each([
    ['abc', 'CNY', 'abc CNY'],
    ['12', 'not a currency', '12 not a currency'],
    ['12', '', '12'],
    ['', 'CNY', 'CNY'],
  ])('shows %j %j as it came', (value, currency, shown) => {
    expect(formatMoney(value, currency, 'zh-CN')).toBe(shown);
  });
});

describe('formatTime', () => {
  it('writes a moment in a zone', () => {
    expect(formatTime('2026-01-01T00:00:00Z', 'en', 'America/New_York')).toBe('31 Dec 2025, 19:00');
  });

  it('shows what is no moment as it came', () => {
    expect(formatTime('昨天', 'zh-CN', 'Asia/Shanghai')).toBe('昨天');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 kB'],
    [412_345, '412 kB'],
    [1_500, '1.5 kB'],
    [5_200_000, '5.2 MB'],
    [80_036_000_000, '80 GB'],
  ])('%i bytes', (sizeBytes, shown) => {
    expect(formatBytes(sizeBytes, 'en')).toBe(shown);
  });
});

describe('maskName', () => {
  it.each([
    ['晴天小雨点', '晴**点'],
    ['王', '王**'],
    ['l**9', 'l**9'],
    ['👩🏽 abc', '👩**c'],
    ['  ', ''],
  ])('%s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('reasonText', () => {
  const text = textIn('zh-CN');

  it('says what happened and what to do', () => {
    expect(reasonText(text, 'http-403')).toEqual({
      title: '图片服务器拒绝了访问（403）',
      todo: expect.stringContaining('重新分析'),
    });
  });

  it('needs nothing done about a check that had nothing to do', () => {
    expect(reasonText(text, 'no-listing').todo).toBeNull();
  });

  it('shows the code of a reason that it has no words for', () => {
    expect(reasonText(text, 'from-an-old-version').title).toContain('from-an-old-version');
  });
});
