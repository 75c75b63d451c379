import { useEffect, useState } from 'react';
import { readLanguage, readOtherLanguage, watchLanguage, writeLanguage } from './language-setting.ts';
import type { Language } from './text.ts';

interface SellersLanguage {
  /** Null until it is read. */
  readonly language: Language | null;
  /** For every view from now on. */
  readonly setLanguage: (language: Language) => void;
  /** From Chinese to English and back. */
  readonly switchLanguage: () => void;
}

/**
 * The seller's language, followed wherever it is changed.
 * @param reading where the caller has asked for it already
 */
export function useLanguage(reading?: Promise<Language>): SellersLanguage {
  const [language, show] = useState<Language | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for already is of use once
  useEffect(() => {
    const ended = new AbortController();
    const follow = (read: Promise<Language>) =>
      read.then(show, (error: unknown) => {
        console.error('The language setting could not be read', error);
        show((shown) => shown ?? 'zh-CN');
      });
    watchLanguage(() => void follow(readLanguage()), ended.signal);
    void follow(reading ?? readLanguage());
    return () => ended.abort();
  }, []);
  const setLanguage = (chosen: Language): void => {
    show(chosen);
    void writeLanguage(chosen);
  };
  return {
    language,
    setLanguage,
    switchLanguage: () => {
      if (language) void readOtherLanguage(language).then(setLanguage);
    },
  };
}
