import type { JsonObject, JsonValue } from '../checks/json.ts';
import type { Language } from './language.ts';
import { LOCALES } from './locales/index.ts';

export { LANGUAGES, type Language } from './language.ts';

/** Looks up texts by key in one language. */
export interface Text {
  readonly language: Language;
  /**
   * The text of `key`, with `{name}` replaced from `params`. A number called `count` picks the plural form
   * (`key.one`, `key.other`, by `Intl.PluralRules`) where the key itself has no text.
   * @throws Error for a key that the locale files lack: a missing text is a bug
   */
  t(key: string, params?: JsonObject): string;
  has(key: string): boolean;
}

/** The texts of one language. */
export function textIn(language: Language): Text {
  const entries = LOCALES[language];
  const plurals = new Intl.PluralRules(language);
  const resolve = (key: string, params?: JsonObject): string | undefined => {
    if (key in entries) return entries[key];
    const count = params?.count;
    return typeof count === 'number'
      ? (entries[`${key}.${plurals.select(count)}`] ?? entries[`${key}.other`])
      : undefined;
  };
  return {
    language,
    has: (key) => resolve(key, { count: 1 }) !== undefined,
    t(key, params) {
      const template = resolve(key, params);
      if (template === undefined) throw new Error(`No text for "${key}" in ${language}`);
      return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
        params && name in params ? formatted(params[name] as JsonValue) : whole,
      );
    },
  };

  function formatted(value: JsonValue): string {
    if (typeof value === 'number') return value.toLocaleString(language, { maximumFractionDigits: 2 });
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
