/** Characters of a page's or picture's text that a reader would not see and that could change what others look like. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

/**
 * Text of foreign origin (file name, title, prompt) as one harmless line: control, zero-width and direction-changing
 * characters become spaces, runs of white space one space, and what is longer than `maxLength` characters is shortened
 * in its middle, so that a file name keeps its ending.
 * @param maxLength in Unicode code points, at least 3
 */
export function plainLine(value: string, maxLength: number): string {
  const line = value.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= maxLength) return line;
  const head = Math.ceil((maxLength - 1) / 2);
  const tail = maxLength - 1 - head;
  return `${characters.slice(0, head).join('')}…${tail > 0 ? characters.slice(-tail).join('') : ''}`;
}
