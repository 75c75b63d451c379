import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnyBytes } from '../../../utils/image/find-any-bytes.ts';
import { latin1 } from '../../fixtures/files/bytes.ts';

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength });

describe('findAnyBytes', () => {
  it('finds of each text what a text search finds', () => {
    fc.assert(
      fc.property(text(80), fc.uniqueArray(text(5), { minLength: 1, maxLength: 4 }), (haystack, needles) => {
        const expected = needles
          .map((needle) => ({ text: needle, offset: haystack.indexOf(needle) }))
          .filter(({ offset }) => offset >= 0);
        expect(findAnyBytes(latin1(haystack), needles, 0, haystack.length)).toEqual(expected);
      }),
    );
  });

  it('stays within its range', () => {
    expect(findAnyBytes(latin1('mark.mark'), ['mark'], 1, 9)).toEqual([{ text: 'mark', offset: 5 }]);
    expect(findAnyBytes(latin1('mark.mark'), ['mark'], 1, 8)).toEqual([]);
  });
});
