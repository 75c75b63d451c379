import type { PlaceInWindow } from './place-in-window.ts';

export type CardSide = 'left' | 'right';

/**
 * The side on which the card hides least of what the seller is to see; it stays where it is unless the other side is better.
 * @param card where it stands now
 * @param shown what has to be seen
 * @param windowWidth in CSS pixels
 */
export function sideOfCard(
  side: CardSide,
  card: PlaceInWindow,
  shown: readonly PlaceInWindow[],
  windowWidth: number,
): CardSide {
  const opposite = { ...card, left: windowWidth - card.left - card.width };
  const other = side === 'right' ? 'left' : 'right';
  return hiddenArea(opposite, shown) < hiddenArea(card, shown) ? other : side;
}

function hiddenArea(card: PlaceInWindow, shown: readonly PlaceInWindow[]): number {
  const shared = (from: number, length: number, start: number, extent: number): number =>
    Math.max(0, Math.min(from + length, start + extent) - Math.max(from, start));
  return shown.reduce(
    (sum, { left, top, width, height }) =>
      sum + shared(card.left, card.width, left, width) * shared(card.top, card.height, top, height),
    0,
  );
}
