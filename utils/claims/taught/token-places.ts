import type { PageOutline, PictureToken, TextToken } from '../page/page-outline.ts';

/** A run of tokens: from (inclusive), to (exclusive). */
export type TokenRange = readonly [number, number];

/** The texts of a range that say something, with their places. */
export function textsIn(outline: PageOutline, [from, to]: TokenRange): { at: number; token: TextToken }[] {
  const texts: { at: number; token: TextToken }[] = [];
  for (let at = from; at < to; at++) {
    const token = outline.tokens[at];
    if (token?.kind === 'text' && token.key !== '') texts.push({ at, token });
  }
  return texts;
}

/** The pictures of a range, with their places. */
export function picturesIn(outline: PageOutline, [from, to]: TokenRange): { at: number; token: PictureToken }[] {
  const pictures: { at: number; token: PictureToken }[] = [];
  for (let at = from; at < to; at++) {
    const token = outline.tokens[at];
    if (token?.kind === 'picture') pictures.push({ at, token });
  }
  return pictures;
}

/** The place of the next text that says something, counted on from `at` in the given direction; null at the end. */
export function textBeyond(outline: PageOutline, at: number, step: 1 | -1): number | null {
  for (let index = at + step; index >= 0 && index < outline.tokens.length; index += step) {
    const token = outline.tokens[index];
    if (token?.kind === 'text' && token.key !== '') return index;
  }
  return null;
}

/** The ancestor so many levels up, across shadow roots and frames; the topmost where there are fewer. */
export function ancestorAt(outline: PageOutline, element: Element, levels: number): Element {
  let found = element;
  for (let level = 0; level < levels; level++) found = outline.parentOf(found) ?? found;
  return found;
}

/** Levels from an element up to the first that holds the place; null where none does within the limit. */
export function climbTo(outline: PageOutline, element: Element, at: number, limit: number): number | null {
  let around: Element | null = element;
  for (let climb = 0; around && climb <= limit; climb++, around = outline.parentOf(around)) {
    const [from, to] = outline.rangeOf(around);
    if (at >= from && at < to) return climb;
  }
  return null;
}

/** Every element that holds a token, once, from the top down. */
export function elementsOf(outline: PageOutline): Element[] {
  const found = new Set<Element>();
  for (const { element } of outline.tokens) {
    for (let around: Element | null = element; around && !found.has(around); around = outline.parentOf(around))
      found.add(around);
  }
  return [...found].sort((a, b) => outline.rangeOf(a)[0] - outline.rangeOf(b)[0]);
}

/** Whether two ranges hold the same texts and pictures. */
export function isSameRange([from, to]: TokenRange, [otherFrom, otherTo]: TokenRange): boolean {
  return from === otherFrom && to === otherTo;
}
