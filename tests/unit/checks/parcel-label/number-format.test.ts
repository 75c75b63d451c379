import { describe, expect, it } from 'vitest';
import {
  comparableNumber,
  isEverydayNumber,
  numberFormat,
} from '../../../../utils/checks/parcel-label/number-format.ts';

const matches = (known: string, text: string): string[] =>
  comparableNumber(text).match(numberFormat(known)?.pattern ?? /^$/) ?? [];

describe('numberFormat', () => {
  it.each([
    ['SF1234567890123', 'SF 9876 5432 10987', 'SF9876543210987'],
    ['YT7788990011223', 'YT 1234567890123', 'YT1234567890123'],
    ['JDVA01234567890', 'JDVB 99988877766', 'JDVB99988877766'],
    ['773012345678901', '77 3999 8888 77776', '773999888877776'],
    ['EA123456789CN', 'EA987654321CN', 'EA987654321CN'],
    ['261101-100000000000001', '261103-200000000000009', '261103200000000000009'],
  ])('finds the form of %s in “%s”', (known, text, number) => {
    expect(matches(known, text)).toEqual([number]);
  });

  it.each([
    ['SF1234567890123', 'YT7788990011223'],
    ['SF1234567890123', 'SF98765432109876543'],
    ['773012345678901', '433012345678901'],
    ['773012345678901', '77301234567890'],
    ['773012345678901', 'A773012345678901'],
  ])('finds no form of %s in “%s”', (known, text) => {
    expect(matches(known, text)).toEqual([]);
  });

  it.each(['12345678', 'ABCDEFGHIJKL', '订单1234567890', ''])('has no form for “%s”', (known) => {
    expect(numberFormat(known)).toBeNull();
  });
});

describe('isEverydayNumber', () => {
  it.each(['13812345678', '6901234567892'])('knows %s', (number) => {
    expect(isEverydayNumber(number)).toBe(true);
  });

  it.each(['4312345678901', '773012345678901', '6901234567890'])('leaves %s', (number) => {
    expect(isEverydayNumber(number)).toBe(false);
  });
});
