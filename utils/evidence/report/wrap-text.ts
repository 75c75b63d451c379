/** Where a line may end: between Chinese characters, and after spaces, hyphens and slashes. */
const PIECES =
  /[\p{Script=Han}\p{P}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu;

/**
 * Breaks text into lines.
 * @param widthOf width of a piece of text, in the unit of `maxWidth`
 */
export function wrapText(text: string, maxWidth: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    for (const part of widthOf(piece.trimEnd()) > maxWidth ? [...piece] : [piece]) {
      if (line !== '' && widthOf(line + part.trimEnd()) > maxWidth) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' ? part.trimStart() : part;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
