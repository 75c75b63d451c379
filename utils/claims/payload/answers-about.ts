import { parseJson } from './inline-json.ts';

/** What was parsed before, by its text: a page is read again and again while it settles. */
const parsed = new Map<string, unknown>();

/**
 * The answers that hold one of these ids, in their order; all of them where no id is known. Parsed only here, and only
 * those: a page receives much that is about other claims.
 */
export function answersAbout(texts: readonly string[], ids: readonly string[]): unknown[] {
  for (const text of parsed.keys()) if (!texts.includes(text)) parsed.delete(text);
  return texts
    .filter((text) => ids.length === 0 || ids.some((id) => text.includes(id)))
    .map((text) => {
      if (!parsed.has(text)) parsed.set(text, parseJson(text));
      return parsed.get(text);
    })
    .filter((json) => typeof json === 'object' && json !== null);
}
