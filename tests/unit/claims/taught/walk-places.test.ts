// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { TaughtField } from '../../../../utils/claims/taught/site-rule.ts';
import { type WalkKey, walkPlaces } from '../../../../utils/claims/taught/walk-places.ts';
import { pageShown, showPage } from '../../../fixtures/taught-page.ts';

beforeEach(() => {
  showPage(`<main><section id="a"><div id="r1"><i>单号</i><b id="v1">TB4411</b></div>
    <div id="r2"><i>工单</i><b id="v2"><u>SH2026</u></b></div></section>
    <section id="p"><img id="p1" src="https://a.test/1.jpg"><img id="p2" src="https://a.test/2.jpg"></section></main>`);
});

function walk(field: TaughtField, from: string | null, ...keys: WalkKey[]): string {
  const { outline } = pageShown();
  const start = from === null ? null : document.querySelector(from);
  const end = keys.reduce<Element | null>((at, key) => walkPlaces(outline, field, at, key), start);
  return end?.id || (end?.tagName ?? '');
}

it('begins at the first place that can hold the field', () => {
  expect(walk('orderId', null, 'ArrowRight')).toBe('v1');
  expect(walk('evidence', null, 'ArrowRight')).toBe('p1');
});

it('goes on to the next place of that kind, passing labels over, and stops at the end', () => {
  expect(walk('orderId', '#v1', 'ArrowRight')).toBe('U');
  expect(walk('orderId', '#v1', 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toBe('v1');
  expect(walk('evidence', '#p1', 'ArrowRight', 'ArrowRight')).toBe('p2');
});

it('goes up to what is larger and down to what is smaller, passing bare wrappers over', () => {
  expect(walk('orderId', '#v1', 'ArrowUp')).toBe('r1');
  expect(walk('orderId', '#v1', 'ArrowUp', 'ArrowUp')).toBe('a');
  expect(walk('orderId', '#a', 'ArrowDown')).toBe('r1');
  expect(walk('orderId', '#v2', 'ArrowUp')).toBe('r2');
});

it('goes from row to row once a row is taken', () => {
  expect(walk('orderId', '#r1', 'ArrowRight')).toBe('r2');
  expect(walk('orderId', '#r2', 'ArrowLeft')).toBe('r1');
});

it('goes on into a section beside a text instead of taking all of it', () => {
  showPage(
    `<header id="h">客服台</header><main><p><i>会员</i> <b id="m">水**月</b></p><p><i>诉求</i> <b>颜色不对</b></p></main>`,
  );
  expect(walk('buyer', '#h', 'ArrowRight', 'ArrowRight')).toBe('m');
});
