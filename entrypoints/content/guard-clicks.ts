/** The least that a browser allows between two looks at what covers an element (Intersection Observer v2). */
const LOOK_DELAY_MS = 100;
/** Buttons whose click says something in the seller's name. */
const GUARDED = '[data-guarded]';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Nothing covers the element, fades or distorts it; absent in browsers without version 2. */
  readonly isVisible?: boolean;
}

/**
 * Lets a click on a guarded button through only when a person made it, or pressed its key, and the button is seen as it was drawn: a page can
 * lay something over the panel that shows other words and lets clicks fall through. Where the browser can tell what
 * covers an element (Chromium), it is asked, at the latest with the click, which then waits for the answer; elsewhere
 * the click's own place must belong to the panel.
 * @param root inside the closed root; hears all its clicks first
 * @param host the panel's element on the page
 * @param onRefused called for a click that was not counted
 */
export function guardClicks(root: HTMLElement, host: Element, signal: AbortSignal, onRefused: () => void): void {
  let released: Element | null = null;
  let isInKey = false;
  // A key of the panel presses a button from inside the key's own event.
  root.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      isInKey = true;
      setTimeout(() => {
        isInKey = false;
      });
    },
    { capture: true, signal },
  );
  root.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>(GUARDED) : null;
      if (!button || released === button) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      if (!event.isTrusted && !isInKey) return;
      const isOnTop = event.detail === 0 || document.elementFromPoint(event.clientX, event.clientY) === host;
      void (isOnTop ? isSeen(button) : Promise.resolve(false)).then((isShown) => {
        if (signal.aborted || !button.isConnected) return;
        if (!isShown) return onRefused();
        released = button;
        try {
          button.click();
        } finally {
          released = null;
        }
      });
    },
    { capture: true, signal },
  );
}

/** Whether nothing lies over an element, as far as the browser can tell. */
function isSeen(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    // The published types know version 1 only.
    const options = { trackVisibility: true, delay: LOOK_DELAY_MS, threshold: [0, 1] } as IntersectionObserverInit;
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      resolve((entries.at(-1) as VisibilityEntry | undefined)?.isVisible !== false);
    }, options);
    observer.observe(element);
  });
}
