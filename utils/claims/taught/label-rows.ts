import type { LabelDictionary } from '../page/find-labels.ts';
import type { PageOutline } from '../page/page-outline.ts';
import { childHolding } from '../page/value-of-label.ts';
import { labelQuality } from './label-quality.ts';
import { textsIn } from './token-places.ts';

const VALUE_TAGS = new Set(['TD', 'DD', 'DIV', 'P', 'UL', 'OL', 'SPAN', 'A', 'B', 'STRONG']);

/**
 * Whether a text that may be a label stands as labels do: in a row beside rows that are built alike and begin with a
 * label of their own, or among siblings of its own kind with the values between them. A value does not.
 * @param box the smallest element with both label and value
 */
export function standsInRows(
  outline: PageOutline,
  dictionary: LabelDictionary,
  box: Element,
  label: Element,
  value: Element,
): boolean {
  const rows = siblingsOf(box, hasSameParts).filter((row) => {
    const range = outline.rangeOf(row);
    const texts = textsIn(outline, range);
    return texts[0] !== undefined && range[1] - range[0] > 1 && labelQuality(texts[0].token, dictionary) !== 'never';
  });
  if (rows.length > 0) return true;
  const ownCell = childHolding(outline, box, label);
  const valueCell = childHolding(outline, box, value);
  if (!ownCell || !valueCell || isAlike(ownCell, valueCell)) return false;
  return siblingsOf(ownCell, isAlike).some((cell) => {
    const texts = textsIn(outline, outline.rangeOf(cell));
    return texts.length === 1 && texts[0] !== undefined && labelQuality(texts[0].token, dictionary) !== 'never';
  });
}

/**
 * Whether the place of a label's value is there and empty: an element that could hold one follows the label below the
 * first element that holds more text. What comes after that belongs to something else.
 */
export function hasEmptySlot(outline: PageOutline, label: Element, at: number): boolean {
  let branch = label;
  for (let box = outline.parentOf(label); box; branch = box, box = outline.parentOf(box)) {
    const [from, to] = outline.rangeOf(box);
    for (let next = branch.nextElementSibling; next; next = next.nextElementSibling) {
      const [start, end] = outline.rangeOf(next);
      if (at >= start && at < end) return false;
      if (VALUE_TAGS.has(next.tagName) && textsIn(outline, [start, end]).length === 0) return true;
    }
    if (at >= from && at < to) return false;
  }
  return false;
}

function siblingsOf(element: Element, isLike: (other: Element, element: Element) => boolean): Element[] {
  return [...(element.parentElement?.children ?? [])].filter((other) => other !== element && isLike(other, element));
}

/** Rows have the same parts; their class names may be made anew for each of them. */
function hasSameParts(element: Element, other: Element): boolean {
  const partsOf = ({ tagName, children }: Element) => [tagName, ...[...children].map((child) => child.tagName)].join();
  return partsOf(element) === partsOf(other);
}

function isAlike(element: Element, other: Element): boolean {
  return element.tagName === other.tagName && element.className === other.className;
}
