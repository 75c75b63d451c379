import type { PageOutline } from '../page/page-outline.ts';
import type { TaughtField } from './site-rule.ts';
import { canHold } from './suggest-place.ts';
import { isSameRange } from './token-places.ts';

export type WalkKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'PageUp' | 'PageDown' | 'Home' | 'End';

/** Places that PageUp and PageDown pass at once. */
const PAGE_STEP = 10;

/**
 * Where a key leads from an element: up to the next larger one, down to the first smaller one, left and right to the
 * sibling that can hold the field and no more such places, and otherwise on to the next such place of the page: a row leads
 * to the next row, a text never to a whole section. Wrappers that hold the same are passed over. Gives the element itself
 * where there is nowhere to go.
 */
export function walkPlaces(
  outline: PageOutline,
  field: TaughtField,
  from: Element | null,
  key: WalkKey,
): Element | null {
  const places = outline.tokens.flatMap((token, at) => (canHold(field, token) ? [at] : []));
  const elementAt = (place: number): Element | null => {
    const at = places[Math.min(places.length - 1, Math.max(0, place))];
    return at === undefined ? from : (outline.tokens[at]?.element ?? from);
  };
  if (key === 'Home' || from === null) return elementAt(0);
  if (key === 'End') return elementAt(places.length - 1);
  if (key === 'ArrowUp') return larger(outline, from);
  if (key === 'ArrowDown') return smaller(outline, from);
  const [start, end] = outline.rangeOf(from);
  const isForward = key === 'ArrowRight' || key === 'PageDown';
  const next = places.findIndex((at) => at >= end);
  const before = places.findLastIndex((at) => at < start);
  if (key === 'PageUp' || key === 'PageDown') {
    return elementAt(isForward ? (next < 0 ? places.length : next) + PAGE_STEP - 1 : before - PAGE_STEP + 1);
  }
  return (
    siblingWith(outline, from, places, isForward) ??
    elementAt(isForward ? (next < 0 ? places.length - 1 : next) : before)
  );
}

function larger(outline: PageOutline, element: Element): Element {
  const range = outline.rangeOf(element);
  for (let parent = outline.parentOf(element); parent; parent = outline.parentOf(parent)) {
    if (parent.tagName === 'BODY' || parent.tagName === 'HTML') return element;
    if (!isSameRange(outline.rangeOf(parent), range)) return parent;
  }
  return element;
}

function smaller(outline: PageOutline, element: Element): Element {
  const [from, to] = outline.rangeOf(element);
  for (let at = from; at < to; at++) {
    let inner: Element | null = outline.tokens[at]?.element ?? null;
    if (inner === element) continue;
    for (
      let parent = inner && outline.parentOf(inner);
      parent && parent !== element;
      parent = outline.parentOf(parent)
    ) {
      if (!isSameRange(outline.rangeOf(parent), [from, to])) inner = parent;
    }
    if (inner) return inner;
  }
  return element;
}

function siblingWith(
  outline: PageOutline,
  element: Element,
  places: readonly number[],
  isForward: boolean,
): Element | null {
  const step = (at: Element) => (isForward ? at.nextElementSibling : at.previousElementSibling);
  const placesIn = (box: Element): number => {
    const [from, to] = outline.rangeOf(box);
    return places.filter((at) => at >= from && at < to).length;
  };
  let sibling = step(element);
  while (sibling && placesIn(sibling) === 0) sibling = step(sibling);
  return sibling && placesIn(sibling) <= Math.max(1, placesIn(element)) ? sibling : null;
}
