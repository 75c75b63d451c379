/** A place of the page where a person types. */
type TextBox = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const TEXT_INPUTS = ['text', 'search', ''];

/** Remembers the text box of the page that was used last, so that the panel can fill it when the seller asks for it. */
export class LastTextBox {
  #box: TextBox | null = null;

  /** @param signal ends the remembering */
  constructor(document: Document, signal: AbortSignal) {
    const remember = (event: Event): void => {
      const [target] = event.composedPath();
      if (target instanceof HTMLElement && isTextBox(target)) this.#box = target;
    };
    document.addEventListener('focusin', remember, { signal, capture: true, passive: true });
    if (document.activeElement instanceof HTMLElement && isTextBox(document.activeElement))
      this.#box = document.activeElement;
  }

  /**
   * Puts text where the cursor stands in the box that was used last, as if it had been typed: the page's own framework hears of
   * it, the browser's undo knows it. Nothing is sent.
   * @returns how to take it back; null where no box of the page was used, or it is gone or locked
   */
  insert(written: string): (() => void) | null {
    const box = this.#box;
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
}

function isTextBox(element: HTMLElement): element is TextBox {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement) return TEXT_INPUTS.includes(element.type);
  return element.isContentEditable;
}

function isLocked(box: TextBox): boolean {
  return 'readOnly' in box && (box.readOnly || box.disabled);
}

function contentOf(box: TextBox): string {
  return 'value' in box ? box.value : (box.textContent ?? '');
}

/** Writes through the element's own setter, past the one that a framework may have put over it, and tells the page. */
function setContent(box: TextBox, content: string): void {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)
    box.setRangeText(content, 0, box.value.length, 'end');
  else box.textContent = content;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}
