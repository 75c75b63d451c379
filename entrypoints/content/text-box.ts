/** A place of the page where a person types. */
export type TextBox = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const TEXT_INPUTS = ['text', 'search', ''];

export function isTextBox(element: unknown): element is TextBox {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement) return TEXT_INPUTS.includes(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

export function contentOf(box: TextBox): string {
  return 'value' in box ? box.value : (box.textContent ?? '');
}
