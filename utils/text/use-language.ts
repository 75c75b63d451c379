import { useEffect, useState } from 'react';
import { readLanguage, writeLanguage } from './language-setting.ts';
import type { Language } from './text.ts';

/** The seller's language, null until it is read, and how to change it for every view from now on. */
export function useLanguage(): [Language | null, (language: Language) => void] {
  const [language, setLanguage] = useState<Language | null>(null);
  useEffect(() => {
    readLanguage().then(setLanguage, (error: unknown) => {
      console.error('The language setting could not be read', error);
      setLanguage('zh-CN');
    });
  }, []);
  return [
    language,
    (chosen) => {
      setLanguage(chosen);
      void writeLanguage(chosen);
    },
  ];
}
