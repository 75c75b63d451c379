/** Where a phrase stands in a text, and how many letters differ. */
export interface FoundPhrase {
  readonly start: number;
  /** Just behind the last letter. */
  readonly end: number;
  /** Letters to replace, insert or drop to make them equal. */
  readonly distance: number;
}

/**
 * The part of a text that is nearest to a phrase by edit distance, the first of equals.
 * Source: Sellers, "The theory and computation of evolutionary distances: pattern recognition" (1980).
 */
export function findPhrase(text: string, phrase: string): FoundPhrase {
  // One column per letter of the text: distance of each prefix of the phrase to the best part that ends there.
  let column = Array.from({ length: phrase.length + 1 }, (_, index) => ({ distance: index, start: 0 }));
  let best: FoundPhrase = { start: 0, end: 0, distance: phrase.length };
  for (let at = 0; at < text.length; at++) {
    const next = [{ distance: 0, start: at + 1 }];
    for (let index = 1; index <= phrase.length; index++) {
      const diagonal = column[index - 1] as { distance: number; start: number };
      const isSame = text[at] === phrase[index - 1];
      const choices = [
        { distance: diagonal.distance + (isSame ? 0 : 1), start: index === 1 ? at : diagonal.start },
        { ...(column[index] as { distance: number; start: number }) },
        { ...(next[index - 1] as { distance: number; start: number }) },
      ];
      (choices[1] as { distance: number }).distance++;
      (choices[2] as { distance: number }).distance++;
      next.push(choices.reduce((a, b) => (b.distance < a.distance ? b : a)));
    }
    column = next;
    const { distance, start } = column[phrase.length] as { distance: number; start: number };
    if (distance < best.distance) best = { start, end: at + 1, distance };
  }
  return best;
}
