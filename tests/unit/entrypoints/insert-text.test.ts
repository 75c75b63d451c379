// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { insertText } from '../../../entrypoints/content/insert-text.ts';
import { rememberTextBox } from '../../../entrypoints/loader/remember-text-box.ts';

const ends = new AbortController();

afterEach(() => document.body.replaceChildren());

/** This environment does not type; the e2e journey covers the browser's own insertion. */
document.execCommand = () => false;

function page(markup: string): { insert: (written: string) => (() => void) | null; element: HTMLTextAreaElement } {
  document.body.innerHTML = markup;
  const lastTextBox = rememberTextBox(ends.signal);
  return {
    insert: (written) => insertText(lastTextBox(), written),
    element: document.querySelector('[data-box]') as HTMLTextAreaElement,
  };
}

it('fills the box that was used last, tells the page, and takes it back', () => {
  const { insert, element } = page('<textarea data-box>已有</textarea><button>发送</button>');
  const heard = vi.fn();
  element.addEventListener('input', heard);
  element.focus();
  document.querySelector('button')?.focus();
  const undo = insert('回复');
  expect(element.value).toBe('已有回复');
  expect(heard).toHaveBeenCalledOnce();
  undo?.();
  expect(element.value).toBe('已有');
});

it.each([
  ['no box was used', '<textarea data-box></textarea>', false],
  ['the box is read-only', '<textarea data-box readonly></textarea>', true],
  ['it is no text box', '<input data-box type="password">', true],
])('fills nothing where %s', (_, markup, isFocused) => {
  const { insert, element } = page(markup);
  if (isFocused) element.focus();
  expect(insert('回复')).toBeNull();
  expect(element.value).toBe('');
});

it('fills nothing when the box is gone', () => {
  const { insert, element } = page('<textarea data-box></textarea>');
  element.focus();
  element.remove();
  expect(insert('回复')).toBeNull();
});
