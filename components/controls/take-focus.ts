/**
 * As the ref of what takes the place of something that had the focus: an element that vanishes takes the focus with it.
 * One function for all, so that React calls it once for each element.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
