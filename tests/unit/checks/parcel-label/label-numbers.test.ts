import { describe, expect, it } from 'vitest';
import type { PageLine } from '../../../../utils/checks/ocr-reader.ts';
import { compareLabelNumbers, type KnownNumber } from '../../../../utils/checks/parcel-label/label-numbers.ts';

const box = { left: 0, top: 0, right: 100, bottom: 20 };
const lines = (...texts: string[]): PageLine[] => texts.map((text) => ({ text, confidence: 92, box }));
const PARCEL: KnownNumber = { kind: 'tracking', number: '773012345678901' };
const ORDER: KnownNumber = { kind: 'order', number: '261101-100000000000001' };
const KNOWN = [PARCEL, ORDER];
const says = (...texts: string[]) => compareLabelNumbers(lines(...texts), KNOWN).says;

describe('compareLabelNumbers', () => {
  it('clears a label that shows the number, whatever else is on it', () => {
    expect(says('申通快递', '773998877665544', '77 3012 3456 78901')).toBe('match');
    expect(says('订单编号 261101-100000000000001')).toBe('match');
  });

  it('names another number of the same form', () => {
    const reading = compareLabelNumbers(lines('申通快递', '773998877665544'), KNOWN);
    expect(reading).toMatchObject({ says: 'differs', found: { kind: 'tracking', number: '773998877665544' } });
    expect(compareLabelNumbers(lines('收件 京东', '订单号: 261103-299999999999999'), KNOWN)).toMatchObject({
      found: { kind: 'order' },
    });
  });

  it('takes one or two other characters for misread', () => {
    expect(says('申通快递', '773012345678907')).toBe('doubtful');
    expect(says('申通快递', '773012345618907')).toBe('doubtful');
    expect(says('申通快递', '77301234567890')).toBe('doubtful');
    expect(says('申通快递', '773012345678907', '773998877665544')).toBe('doubtful');
  });

  it.each([
    ['a mobile number', '快递 收件 13812345678'],
    ['a number of another carrier', '圆通速递 YT1234567890123'],
    ['a batch number', '生产批号 773998877665544'],
    ['an article number', '快递 6901234567892'],
    ['an order number that nothing calls one', '快递 261103-299999999999999'],
    ['a longer number', '快递 77399887766554412'],
    ['a date and a price', '快递 2026-11-21 10:32 128.00'],
  ])('leaves %s alone', (_, text) => {
    expect(says(text)).toBe('nothing');
  });

  it('leaves alone what was not clearly read', () => {
    const unsure = lines('申通快递', '773998877665544').map((line) => ({ ...line, confidence: 50 }));
    expect(compareLabelNumbers(unsure, KNOWN).says).toBe('nothing');
  });

  it('says nothing where the claim has no number', () => {
    expect(compareLabelNumbers(lines('申通快递', '773998877665544'), []).says).toBe('nothing');
  });
});
