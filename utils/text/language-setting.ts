import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from './text.ts';

const KEY = 'language';

/** The language that the seller chose; before that the browser's, where it is a Chinese one, and English elsewhere. */
export async function readLanguage(): Promise<Language> {
  const chosen = (await browser.storage.local.get(KEY))[KEY];
  return LANGUAGES.find((language) => language === chosen) ?? languageOf(navigator.language);
}

export async function writeLanguage(language: Language): Promise<void> {
  await browser.storage.local.set({ [KEY]: language });
}

/**
 * The language of ours that is nearest to a browser's.
 * @param tag BCP 47
 */
export function languageOf(tag: string): Language {
  if (/^zh\b.*\b(?:TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
