import type { Language } from './language.ts';

/**
 * The language of ours that is nearest to a browser's.
 * @param tag BCP 47
 */
export function languageOf(tag: string): Language {
  if (/^zh\b.*\b(?:TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
