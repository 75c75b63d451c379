import { isPanelSeen } from './is-panel-seen.ts';

const LOOK_EVERY_MS = 2_000;
/** In a row, after which a panel counts as out of sight: a page that is being drawn or left is not told of. */
const LOOKS_UNSEEN = 2;

/**
 * Looks again and again whether a person can see the panel: a page can cover it with a dialog, which the browser draws over
 * everything, or bend its own root so that all that stands on it is gone, small or mirrored.
 * @param frame the panel inside its closed root
 * @param host the panel's element on the page
 * @param onChange told when the panel has gone out of sight, again and again while it is, and when it has come back
 */
export function watchPanelSeen(
  frame: HTMLElement,
  host: Element,
  signal: AbortSignal,
  onChange: (isSeen: boolean) => void,
): void {
  let looksUnseen = 0;
  const look = (): void => {
    // Hidden from a screenshot by ourselves, or in a tab that nobody looks at.
    if (frame.style.visibility === 'hidden' || document.visibilityState !== 'visible') return;
    if (!isPanelSeen(frame, host)) {
      // Told again while it lasts: every reading of the case puts the verdict on the toolbar.
      if (++looksUnseen % LOOKS_UNSEEN === 0) onChange(false);
      return;
    }
    if (looksUnseen >= LOOKS_UNSEEN) onChange(true);
    looksUnseen = 0;
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
