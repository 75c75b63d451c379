import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from './text.ts';

const KEY = 'language';

/** The language that the seller chose; before that, Chinese where the browser speaks Chinese, English elsewhere. */
export async function readLanguage(): Promise<Language> {
  const chosen = (await browser.storage.local.get(KEY))[KEY];
  return LANGUAGES.find((language) => language === chosen) ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
}

export async function writeLanguage(language: Language): Promise<void> {
  await browser.storage.local.set({ [KEY]: language });
}
