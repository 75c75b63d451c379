// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { applyFieldRule } from '../../../../utils/claims/taught/apply-field-rule.ts';
import type { TaughtTextField } from '../../../../utils/claims/taught/site-rule.ts';
import { pageShown, pointAt, showPage } from '../../../fixtures/taught-page.ts';

/** Points at an element of one page and reads the field on another. */
function readAfterTeaching(field: TaughtTextField, taught: string, css: string, other: string): string | null {
  showPage(taught);
  const rule = pointAt(field, css);
  if (!rule) throw new Error('Nothing was derived');
  showPage(other);
  return applyFieldRule(pageShown(), rule, field)?.value ?? null;
}

describe('layouts', () => {
  it.each([
    ['label and value in one text', (id: string) => `<p>线上单：${id} 复制</p>`, 'p'],
    [
      'value above its label',
      (id: string) => `<div><div><b>${id}</b><small>线上单</small></div><div><b>3</b><small>件数</small></div></div>`,
      'b',
    ],
    [
      'a table with a header',
      (id: string) =>
        `<table><thead><tr><th>序</th><th>线上单</th><th>件数</th></tr></thead><tbody><tr><td>1</td><td>${id}</td><td>2</td></tr></tbody></table>`,
      'td:nth-of-type(2)',
    ],
    [
      'a definition list',
      (id: string) => `<dl><dt>工单</dt><dd>AB-1</dd><dt>线上单</dt><dd>${id}</dd></dl>`,
      'dd:last-of-type',
    ],
    ['the row with its label', (id: string) => `<div class="r"><span>线上单：</span><span>${id}</span></div>`, '.r'],
  ])('%s', (_, page, css) => {
    expect(readAfterTeaching('orderId', page('TB4411902837465512'), css, page('DY6930018273645519'))).toBe(
      'DY6930018273645519',
    );
  });

  it('an amount in three elements is read whole', () => {
    const page = (whole: string) =>
      `<div><span>应退</span><span class="a"><i>¥</i><b>${whole}</b><b>.50</b></span></div>`;
    for (const css of ['.a', '.a i', '.a b', '.a b:last-child']) {
      expect(readAfterTeaching('amount', page('128'), css, page('7')), css).toBe('¥7.50');
    }
  });
});

it('an amount beside another one is read alone', () => {
  const page = (paid: string, asked: string) =>
    `<div class="r"><span>应退</span><b class="a">¥${asked}</b><s>¥${paid}</s><i>2</i></div>`;
  expect(readAfterTeaching('amount', page('150', '128'), '.a', page('99', '7'))).toBe('¥7');
});

describe('what it does not lock onto', () => {
  it('a hash after a readable class name', () => {
    const page = (id: string, hash: string) => `<div><i>1</i><span class="orderNo_${hash}">${id}</span><i>2</i></div>`;
    expect(
      readAfterTeaching('orderId', page('TB4411902837465512', 'x8Kd2'), 'span', page('DY6930018273645519', 'p0Qz7')),
    ).toBe('DY6930018273645519');
  });

  it('a value that stands where a label could', () => {
    const page = (name: string, id: string) =>
      `<div class="who"><span>${name}</span><span data-field="order-no">${id}</span></div>`;
    showPage(page('王小明', 'TB4411902837465512'));
    expect(pointAt('orderId', '[data-field]')?.locators[0]).toEqual({
      by: 'attribute',
      css: '[data-field="order-no"]',
    });
    expect(
      readAfterTeaching(
        'orderId',
        page('王小明', 'TB4411902837465512'),
        '[data-field]',
        page('李雷', 'DY6930018273645519'),
      ),
    ).toBe('DY6930018273645519');
  });

  it('a name with the number in it', () => {
    showPage('<main><p>1</p><p id="order-441190">TB4411902837465512</p></main>');
    expect(pointAt('orderId', '#order-441190')?.locators.map(({ by }) => by)).toEqual(['path']);
  });

  it('the place in the tree, where a sure label stood there and is gone', () => {
    const page = (label: string) => `<dl><dt>${label}：</dt><dd>李雷</dd></dl>`;
    expect(readAfterTeaching('buyer', page('客户'), 'dd', page('仓管员'))).toBeNull();
  });

  it('the next label, where the value is empty', () => {
    const page = (buyer: string) =>
      `<div><span>客户：</span><span>${buyer}</span></div><div><span>电话：</span><span>无</span></div>`;
    expect(readAfterTeaching('buyer', page('李雷'), 'span:nth-of-type(2)', page(''))).toBeNull();
  });
});

it('reads nothing for an empty value, whatever stands in the next row', () => {
  const row = (label: string, value: string) =>
    `<div class="r"><div class="l">${label}</div><div class="v">${value}</div></div>`;
  const page = (reason: string) => row('线上单', 'TB4411902837465512') + row('说法', reason) + row('处理人', '小张');
  expect(readAfterTeaching('reason', page('杯子裂了'), '.r:nth-of-type(2) .v', page(''))).toBeNull();
  expect(readAfterTeaching('reason', page('杯子裂了'), '.r:nth-of-type(2) .v', page('少件'))).toBe('少件');
});

it('an element without a value of that field gives no rule', () => {
  showPage('<p>没有单号</p>');
  expect(pointAt('orderId', 'p')).toBeNull();
  expect(pointAt('amount', 'p')).toBeNull();
});

it('takes an amount for no number of an order or a claim', () => {
  showPage('<p><i>要求退</i> <b>88.00</b></p><p><i>工单</i> <u>88.00-17</u></p>');
  expect(pointAt('claimId', 'b')).toBeNull();
  expect(pointAt('claimId', 'u')).not.toBeNull();
});
