import { describe, expect, it } from 'vitest';
import { LAW_REFERENCES, lawReferencesOn, quotableReferencesOn } from '../../../utils/rebuttal/law-references.ts';

describe('law references', () => {
  it.each([
    ['2025-12-31', 'public-security-49-until-2025'],
    ['2026-01-01', 'public-security-58-from-2026'],
  ])('the article on public security for an act of %s is %s', (day, id) => {
    expect(lawReferencesOn('public-order', day).map((reference) => reference.id)).toEqual([id]);
  });

  it('only what was read in the law or in a good source may be quoted', () => {
    expect(quotableReferencesOn('public-order', '2025-06-01').map(({ status }) => status)).toEqual(['verified-bytes']);
    expect(quotableReferencesOn('public-order', '2026-06-01')).toEqual([]);
  });

  it('has one reference an id', () => {
    expect(new Set(LAW_REFERENCES.map(({ id }) => id)).size).toBe(LAW_REFERENCES.length);
  });
});
