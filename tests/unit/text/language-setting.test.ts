import { expect, it } from 'vitest';
import { languageOf } from '../../../utils/text/language-of.ts';

it.each([
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['en-US', 'en'],
  ['zha', 'en'],
  ['th', 'en'],
])('a browser in %s gets %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
