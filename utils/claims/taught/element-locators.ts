import type { PageOutline } from '../page/page-outline.ts';
import type { Locator } from './site-rule.ts';
import { stableSelectorsOf } from './stable-name.ts';
import { elementsOf, isSameRange } from './token-places.ts';

/** Wrappers around an element that hold nothing else and may be the ones that are named. */
const WRAPPERS_ASKED = 3;

/** Names under which an element, or a wrapper that holds nothing else, is the only one in the page. */
export function namesOfElement(outline: PageOutline, element: Element): Locator[] {
  const found: Locator[] = [];
  let around: Element | null = element;
  for (let climb = 0; around && climb <= WRAPPERS_ASKED; climb++, around = outline.parentOf(around)) {
    if (!isSameRange(outline.rangeOf(around), outline.rangeOf(element))) break;
    for (const css of stableSelectorsOf(around)) {
      if (elementsMatching(outline, css).length === 1) found.push({ by: 'attribute', css });
    }
  }
  return found;
}

/** The elements with texts or pictures that a selector names, outermost only. */
export function elementsMatching(outline: PageOutline, css: string): Element[] {
  const matching = elementsOf(outline).filter((element) => element.matches(css));
  return matching.filter((element) => !matching.some((other) => other !== element && other.contains(element)));
}

/** The way from the page's root down to an element, across shadow roots and frames. */
export function pathOfElement(outline: PageOutline, element: Element): Extract<Locator, { by: 'path' }> {
  const steps: string[] = [];
  for (let child: Element | null = element; child; child = outline.parentOf(child)) steps.unshift(stepOf(child));
  return { by: 'path', steps };
}

/** The element at the end of a path; null where the page has none there. */
export function elementAtPath(outline: PageOutline, steps: readonly string[]): Element | null {
  const last = steps.at(-1);
  const wanted = steps.join('>');
  const found = elementsOf(outline).find(
    (element) => stepOf(element) === last && pathOfElement(outline, element).steps.join('>') === wanted,
  );
  return found ?? null;
}

function stepOf(element: Element): string {
  let place = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.tagName === element.tagName) place++;
  }
  return `${element.tagName.toLowerCase()}:${place}`;
}
