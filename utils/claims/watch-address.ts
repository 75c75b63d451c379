/**
 * Calls back when the page's address changes without a new document, as single-page seller centers do. A change of the
 * page costs one comparison of two strings.
 */
export function watchAddress(window: Window, onChange: (url: URL) => void, signal: AbortSignal): void {
  let shown = window.location.href;
  const compare = () => {
    if (window.location.href === shown) return;
    shown = window.location.href;
    onChange(new URL(shown));
  };
  const observer = new MutationObserver(compare);
  observer.observe(window.document, { subtree: true, childList: true });
  window.addEventListener('popstate', compare, { signal });
  window.addEventListener('hashchange', compare, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
