import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../utils/text/locales/index.ts';

const zh = LOCALES['zh-CN'];
const en = LOCALES.en;
/** English has plurals where Chinese has one form. */
const withoutPlural = (key: string): string => key.replace(/\.(one|other)$/, '');
const placeholders = (value: string): readonly string[] => [...new Set(value.match(/\{\w+\}/g) ?? [])].sort();

/** Words for a person that no text may use. */
const SLURS =
  /骗子|骗徒|诈骗犯|造假者|羊毛党|惯犯|恶意|黑名单|scammer|fraudster|cheater|liar|forger|malicious|blacklist|criminal/i;
/** Words for a deed; only a text on what is *not* shown may use them, as in “an unsigned label could be forged”. */
const ONLY_WHERE_DENIED =
  /骗|诈|造假|作假|假图|伪造|敲诈|撒谎|说谎|fraud|scam|cheat|dishonest|\blie[sd]?\b|\bfak(e|ed|ing)\b|\bforg(e|ed|ing|ery)\b/i;

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...new Set(Object.keys(en).map(withoutPlural))].sort()).toEqual(
      [...new Set(Object.keys(zh).map(withoutPlural))].sort(),
    );
  });

  it('have both plural forms in English', () => {
    for (const key of Object.keys(en).filter((name) => name.endsWith('.one'))) {
      expect(en, key).toHaveProperty([key.replace(/one$/, 'other')]);
    }
  });

  it.each(Object.keys(en))('%s has the same placeholders in both languages and is not empty', (key) => {
    const chinese = zh[key] ?? zh[withoutPlural(key)];
    expect(chinese, key).toBeDefined();
    expect(placeholders(en[key] ?? '')).toEqual(placeholders(chinese ?? ''));
    // A sentence may need nothing between it and the next one in Chinese.
    if (!key.endsWith('.separator')) {
      expect(en[key]?.trim()).not.toBe('');
      expect(chinese?.trim()).not.toBe('');
    }
  });

  it.each(
    Object.entries(LOCALES).flatMap(([language, entries]) =>
      Object.entries(entries).map(([key, value]) => [language, key, value] as const),
    ),
  )('%s %s accuses nobody', (_language, key, value) => {
    expect(value).not.toMatch(SLURS);
    if (!key.endsWith('.meansNot')) expect(value).not.toMatch(ONLY_WHERE_DENIED);
  });

  it('never call a picture without findings genuine', () => {
    const clean = [zh['verdict.none.hint'], en['verdict.none.hint'], zh['verdict.none'], en['verdict.none']].join(' ');
    expect(clean).toMatch(/不等于图片一定真实/);
    expect(clean).toMatch(/does not show that the pictures are genuine/);
  });
});
