/** Longest piece of a file's own text that a finding carries. */
export const MAX_SHOWN_CHARACTERS = 200;

/** Text of a file, fit to be shown and stored: one line, no control or direction characters, shortened. */
export function shownText(text: string, maxCharacters = MAX_SHOWN_CHARACTERS): string {
  const line = text
    .slice(0, 4 * MAX_SHOWN_CHARACTERS)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join('')}…` : line;
}
