/** How often what a page takes away is put back: with one that goes on nobody wrestles, which would cost its tab. */
const MAX_PUT_BACK = 5;

/**
 * Puts an element of the extension onto a page, last in its document and outside the page's own tree, and back there when the
 * page takes it away or moves it.
 * @param onLost called once, when the page has taken it away more often than it is put back
 * @returns takes it away for good
 */
export function keepOnPage(element: Element, document: Document, onLost: () => void): () => void {
  const root = document.documentElement;
  let putBack = 0;
  const observer = new MutationObserver(() => {
    if (element.parentNode === root) return;
    if (++putBack > MAX_PUT_BACK) {
      observer.disconnect();
      onLost();
    } else put();
  });
  const put = (): void => root.append(element);
  put();
  observer.observe(root, { childList: true });
  return () => {
    observer.disconnect();
    element.remove();
  };
}
