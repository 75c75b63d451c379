/** Marks what the extension puts onto a page; says which part it is. */
const ATTRIBUTE = 'data-refund-lens';

/** The scripts of the extension share this world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensElements?: WeakSet<Element> };

/**
 * The element that holds a closed root of the extension on a page. A plain one: for a name of its own a page could define a
 * class, which the browser runs before us, and whose `attachInternals` gives the page even a closed root.
 */
export function makeOwnElement(document: Document, part: 'panel' | 'teach' | 'area-picker'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute(ATTRIBUTE, part);
  scope.refundLensElements ??= new WeakSet();
  scope.refundLensElements.add(element);
  return element;
}

/** Whether the extension has made an element; the mark on it a page could forge. */
export function isMadeHere(element: Element): boolean {
  return scope.refundLensElements?.has(element) ?? false;
}

/** Whether an element is the extension's own, whose texts are about the claim and would be read as the page's. */
export function isOwnElement(element: Element): boolean {
  return element.hasAttribute(ATTRIBUTE);
}
