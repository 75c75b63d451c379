import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from './language.ts';
import { languageOf } from './language-of.ts';

const KEY = 'language';
/** The Chinese that the seller chose last, to come back to from English. */
const CHINESE_KEY = 'chineseLanguage';

/** The language that the seller chose; before that the browser's, where it is a Chinese one, and English elsewhere. */
export async function readLanguage(): Promise<Language> {
  return (await readChosenLanguage()) ?? languageOf(navigator.language);
}

/** Null where the seller has chosen none. */
export async function readChosenLanguage(): Promise<Language | null> {
  return storedLanguage(KEY);
}

/** What a switch between English and Chinese leads to: from English the Chinese chosen last, or the browser's. */
export async function readOtherLanguage(language: Language): Promise<Language> {
  if (language !== 'en') return 'en';
  const fromBrowser = languageOf(navigator.language);
  return (await storedLanguage(CHINESE_KEY)) ?? (fromBrowser === 'en' ? 'zh-CN' : fromBrowser);
}

/** Calls `onChange` whenever the seller chooses another language, in whatever page, until the signal ends. */
export function watchLanguage(onChange: () => void, signal?: AbortSignal): void {
  const follow = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(follow);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(follow), { once: true });
}

export async function writeLanguage(language: Language): Promise<void> {
  await browser.storage.local.set({ [KEY]: language, ...(language === 'en' ? {} : { [CHINESE_KEY]: language }) });
}

async function storedLanguage(key: string): Promise<Language | null> {
  const stored = (await browser.storage.local.get(key))[key];
  return LANGUAGES.find((language) => language === stored) ?? null;
}
