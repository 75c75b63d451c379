/** Marks what the extension puts onto a page; says which part it is. */
const ATTRIBUTE = 'data-refund-lens';

/**
 * The element that holds a closed root of the extension on a page. A plain one: for a name of its own a page could define a
 * class, which the browser runs before us, and whose `attachInternals` gives the page even a closed root.
 */
export function makeOwnElement(document: Document, part: 'panel' | 'teach' | 'area-picker'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute(ATTRIBUTE, part);
  return element;
}

/** Whether an element is the extension's own, whose texts are about the claim and would be read as the page's. */
export function isOwnElement(element: Element): boolean {
  return element.hasAttribute(ATTRIBUTE);
}
