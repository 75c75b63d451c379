import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../../utils/text/plain-line.ts';

describe('plainLine', () => {
  it('keeps the ending of a long name', () => {
    expect(plainLine('a-very-long-file-name-from-a-phone.jpg', 16)).toBe('a-very-l…one.jpg');
  });

  it('removes what changes the direction or cannot be seen', () => {
    expect(plainLine('receipt\u202egpj.exe\u200b\u0000', 40)).toBe('receipt gpj.exe');
  });

  it('makes one line of many', () => {
    expect(plainLine('a\r\n\n b\t\u2028c', 40)).toBe('a b c');
  });

  it('never exceeds the length or splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 3, max: 30 }), (value, max) => {
        const line = plainLine(value, max);
        expect([...line].length).toBeLessThanOrEqual(max);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
