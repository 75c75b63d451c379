import { onMessage } from '../../utils/messages.ts';

/**
 * Takes what the extension has laid over the page out of sight, so that a screenshot shows the page itself.
 * @returns puts it back; it comes back by itself as soon as the background has its screenshot
 */
export async function hideForScreenshot(frame: HTMLElement): Promise<() => void> {
  // A page that nobody sees is not drawn, and is not captured either; a second click finds it hidden already.
  if (document.visibilityState !== 'visible' || frame.style.visibility === 'hidden') return () => undefined;
  frame.style.visibility = 'hidden';
  const stopListening = onMessage('page.captured', () => showAgain());
  const showAgain = (): void => {
    stopListening();
    frame.style.visibility = '';
  };
  await nextDrawing();
  return showAgain;
}

/** Resolves when what was changed before is on the screen. */
function nextDrawing(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
