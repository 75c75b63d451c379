import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { languageOf } from '../../../utils/text/language-of.ts';
import { readOtherLanguage, watchLanguage, writeLanguage } from '../../../utils/text/language-setting.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllGlobals());

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

it.each([
  ['zh-TW', 'zh-TW'],
  ['zh-CN', 'zh-CN'],
  ['en-US', 'zh-CN'],
])('a browser in %s leads from English to %s while no Chinese was chosen', async (tag, language) => {
  vi.stubGlobal('navigator', { language: tag });
  expect(await readOtherLanguage('en')).toBe(language);
});

it('leads from English back to the Chinese that was chosen before', async () => {
  vi.stubGlobal('navigator', { language: 'zh-CN' });
  await writeLanguage('zh-TW');
  expect(await readOtherLanguage('zh-TW')).toBe('en');
  await writeLanguage('en');
  expect(await readOtherLanguage('en')).toBe('zh-TW');
});

it('tells of a change of the language until nobody asks any more, and of no other setting', async () => {
  const [onChange, ended] = [vi.fn(), new AbortController()];
  watchLanguage(onChange, ended.signal);
  await fakeBrowser.storage.local.set({ retentionDays: 30 });
  expect(onChange).not.toHaveBeenCalled();
  await writeLanguage('en');
  expect(onChange).toHaveBeenCalledOnce();
  ended.abort();
  await writeLanguage('zh-CN');
  expect(onChange).toHaveBeenCalledOnce();
});
