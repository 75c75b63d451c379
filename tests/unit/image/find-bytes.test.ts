import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBytes } from '../../../utils/image/find-bytes.ts';
import { latin1 } from '../../fixtures/files/bytes.ts';

const ABC = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 });

describe('findBytes', () => {
  it('finds what a text search finds', () => {
    fc.assert(
      fc.property(ABC, fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }), (text, needle) => {
        expect(findBytes(latin1(text), needle)).toBe(text.indexOf(needle));
      }),
    );
  });

  it('stays within its range', () => {
    expect(findBytes(latin1('markmark'), 'mark', 1)).toBe(4);
    expect(findBytes(latin1('xmark'), 'mark', 0, 4)).toBe(-1);
  });
});
