// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { roomInTextBox } from '../../../entrypoints/content/room-in-text-box.ts';
import type { TextBox } from '../../../entrypoints/content/text-box.ts';

function boxIn(markup: string): TextBox {
  document.body.innerHTML = markup;
  return document.querySelector<HTMLTextAreaElement>('[data-box]') as TextBox;
}

it.each([
  ['its own limit', '<textarea data-box maxlength="200">已有六个字的</textarea>', 194],
  ['a counter beside it', '<div><textarea data-box></textarea><span>0/500</span></div>', 500],
  ['a counter around it', '<div><div><textarea data-box>退款</textarea></div><p>2 / 100</p></div>', 98],
  ['no limit', '<div><textarea data-box></textarea></div>', null],
  ['a counter that says another length', '<div><textarea data-box>退款</textarea><span>7/100</span></div>', null],
  ['a date, which is no counter', '<div><textarea data-box></textarea><span>2026/11/05</span></div>', null],
  [
    'a counter of some other field far away',
    `<div><p>0/50</p><div><div><div><textarea data-box></textarea></div></div></div></div>`,
    null,
  ],
  ['a box that is full', '<input data-box type="text" maxlength="3" value="一二三">', 0],
])('%s', (_, markup, room) => {
  expect(roomInTextBox(boxIn(markup))).toBe(room);
});

it('counts what is selected as room', () => {
  const box = boxIn('<textarea data-box maxlength="10">一二三四五</textarea>') as HTMLTextAreaElement;
  box.setSelectionRange(1, 4);
  expect(roomInTextBox(box)).toBe(8);
});
