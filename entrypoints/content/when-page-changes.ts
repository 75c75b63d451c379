/** What a person does that brings other parts of a page into view; these are heard from within shadow roots, too. */
const MOVES = ['scroll', 'wheel', 'pointerup', 'keyup'];

/**
 * Calls back after a page has changed or was moved, at most once in `intervalMs`, until the signal aborts.
 */
export function whenPageChanges(document: Document, intervalMs: number, ends: AbortSignal, onChange: () => void): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const changed = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      onChange();
    }, intervalMs);
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  for (const move of MOVES) document.addEventListener(move, changed, { capture: true, passive: true, signal: ends });
  ends.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}
