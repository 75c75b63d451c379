import { contentOf, type TextBox } from './text-box.ts';

/**
 * Puts text where the cursor stands in a text box of the page, as if it had been typed: the page's own framework hears of
 * it, the browser's undo knows it. Nothing is sent.
 * @returns how to take it back; null where no box of the page was used, or it is gone or locked
 */
export function insertText(box: TextBox | null, written: string): (() => void) | null {
  if (!box?.isConnected || isLocked(box)) return null;
  const before = contentOf(box);
  box.focus();
  // The only call that a page's framework and the browser's undo both take for typing; no successor does.
  if (document.execCommand('insertText', false, written) && contentOf(box) !== before) {
    return () => {
      box.focus();
      document.execCommand('undo');
      if (contentOf(box) !== before) setContent(box, before);
    };
  }
  setContent(box, before + written);
  return () => setContent(box, before);
}

function isLocked(box: TextBox): boolean {
  return 'readOnly' in box && (box.readOnly || box.disabled);
}

/** Writes through the element's own setter, past the one that a framework may have put over it, and tells the page. */
function setContent(box: TextBox, content: string): void {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)
    box.setRangeText(content, 0, box.value.length, 'end');
  else box.textContent = content;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}
