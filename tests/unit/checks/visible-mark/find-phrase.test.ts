import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrase } from '../../../../utils/checks/visible-mark/find-phrase.ts';

describe('findPhrase', () => {
  it.each([
    ['abcde', 'bcd', { start: 1, end: 4, distance: 0 }],
    ['xxKlipgAIxx', 'KlingAI', { start: 2, end: 9, distance: 1 }],
    ['KlinggAI', 'KlingAI', { start: 0, end: 8, distance: 1 }],
    ['LibLiAI', 'LibLibAI', { start: 0, end: 7, distance: 1 }],
    ['', 'AI', { start: 0, end: 0, distance: 2 }],
  ])('finds the nearest part of “%s” to “%s”', (text, phrase, expected) => {
    expect(findPhrase(text, phrase)).toEqual(expected);
  });

  it('finds every phrase in any surroundings', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, phrase, after) => {
        const text = before + phrase + after;
        const { start, end, distance } = findPhrase(text, phrase);
        expect(distance).toBe(0);
        expect(text.slice(start, end)).toBe(phrase);
      }),
    );
  });
});
