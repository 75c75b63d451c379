import { browser } from 'wxt/browser';
import { languageOf } from './language-of.ts';
import { LANGUAGES, type Language } from './text.ts';

const KEY = 'language';

/** The language that the seller chose; before that the browser's, where it is a Chinese one, and English elsewhere. */
export async function readLanguage(): Promise<Language> {
  return (await readChosenLanguage()) ?? languageOf(navigator.language);
}

/** Null where the seller has chosen none. */
export async function readChosenLanguage(): Promise<Language | null> {
  const chosen = (await browser.storage.local.get(KEY))[KEY];
  return LANGUAGES.find((language) => language === chosen) ?? null;
}

/** Calls `onChange` whenever the seller chooses another language, in whatever page. */
export function watchLanguage(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) onChange();
  });
}

export async function writeLanguage(language: Language): Promise<void> {
  await browser.storage.local.set({ [KEY]: language });
}
