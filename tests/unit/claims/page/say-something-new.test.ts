// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { makeOwnElement } from '../../../../utils/claims/page/own-element.ts';
import { saySomethingNew } from '../../../../utils/claims/page/say-something-new.ts';

let observer: MutationObserver;

beforeEach(() => {
  document.body.innerHTML = '<p>剩余 1时2分10秒</p><section></section>';
  observer = new MutationObserver(() => undefined);
  const what = { subtree: true, childList: true, characterData: true, characterDataOldValue: true };
  observer.observe(document, what);
});

/** Whether the changes that were just made do. */
const areNew = () => saySomethingNew(observer.takeRecords());
const text = () => document.querySelector('p') as HTMLElement;

test('digits that change are no part that arrives', () => {
  text().textContent = '剩余 1时2分9秒';
  (text().firstChild as Text).data = '剩余 0时59分59秒';
  expect(areNew()).toBe(false);
});

test('other words are', () => {
  text().textContent = '退款金额 9.00';
  expect(areNew()).toBe(true);
  (text().firstChild as Text).data = '已退款 9.00';
  expect(areNew()).toBe(true);
});

test('a text that comes or goes is', () => {
  text().append('，超时自动退款');
  expect(areNew()).toBe(true);
  text().replaceChildren();
  expect(areNew()).toBe(true);
});

test("the extension's own elements are not, and the page's with the same mark are", () => {
  const own = makeOwnElement(document, 'panel');
  document.documentElement.append(own);
  own.remove();
  expect(areNew()).toBe(false);
  const forged = document.createElement('div');
  forged.setAttribute('data-refund-lens', 'panel');
  document.documentElement.append(forged);
  expect(areNew()).toBe(true);
});
