import { isTextBox, type TextBox } from '../content/text-box.ts';

/** Remembers the text box of the page that was used last: the panel comes later than it, and fills it when asked to. */
export function rememberTextBox(signal: AbortSignal): () => TextBox | null {
  let last: TextBox | null = null;
  const remember = (event: Event): void => {
    const [target] = event.composedPath();
    if (isTextBox(target)) last = target;
  };
  document.addEventListener('focusin', remember, { signal, capture: true, passive: true });
  const { activeElement, body } = document;
  // Asked of the body it costs the page a layout.
  if (activeElement !== body && isTextBox(activeElement)) last = activeElement;
  return () => last;
}
