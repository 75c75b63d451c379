import { labelDictionary } from '../../utils/claims/page/find-labels.ts';
import { outlinePage } from '../../utils/claims/page/page-outline.ts';
import type { PageView } from '../../utils/claims/page/page-view.ts';
import type { TaughtPage } from '../../utils/claims/taught/text-locators.ts';
import type { Platform } from '../../utils/platforms/platform.ts';

/** A frame's changes are not heard of here: what was read of a page is used for this long at most. */
const MAX_AGE_MS = 2_000;

/** Reads the page for pointing, and again only when it has changed: a pointer asks many times a second. */
export function pageToTeach(view: PageView, platform: Platform, signal: AbortSignal): () => TaughtPage {
  const dictionary = labelDictionary(platform);
  let known: TaughtPage | null = null;
  let readAt = 0;
  const observer = new MutationObserver(() => {
    known = null;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return () => {
    if (known === null || performance.now() - readAt > MAX_AGE_MS) {
      known = { outline: outlinePage(document, view, []), dictionary };
      readAt = performance.now();
    }
    return known;
  };
}
