import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../../components/compare/comparison-of.ts';
import type { FindingView } from '../../../../utils/cases/case-view.ts';
import { IDENTITY } from '../../../../utils/image/registration/homography.ts';

const findingWith = (params: FindingView['params']): FindingView => ({
  check: 'probe',
  kind: 'probe',
  grade: 'clue',
  params,
  review: null,
});

describe('comparisonOf', () => {
  it.each([
    ['listing', { listingId: 'c#l0', listingToPicture: [...IDENTITY] }, 'c#l0'],
    ['earlier', { earlierPictureId: 'd#e1', earlierName: 'old.jpg', earlierToPicture: [...IDENTITY] }, 'd#e1'],
    ['sibling', { siblingId: 'c#e1', sibling: 'other.jpg', siblingToPicture: [...IDENTITY] }, 'c#e1'],
  ] as const)('knows the %s picture that a finding compares with', (otherKind, params, otherId) => {
    expect(comparisonOf(findingWith(params), [])).toMatchObject({ otherKind, otherId });
  });

  it('is null without an alignment that can be drawn', () => {
    expect(comparisonOf(findingWith({}), [])).toBeNull();
    expect(comparisonOf(findingWith({ siblingId: 'c#e1' }), [])).toBeNull();
    expect(comparisonOf(findingWith({ siblingId: 'c#e1', siblingToPicture: [0, 0, 0] }), [])).toBeNull();
  });
});
