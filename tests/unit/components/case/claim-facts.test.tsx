// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ClaimFacts } from '../../../../components/case/claim-facts.tsx';
import type { ClaimField } from '../../../../utils/claims/claim.ts';
import { makeClaim } from '../../../fixtures/case-view.ts';
import { showPart } from '../render.tsx';

it('counts no pictures where there are videos alone', () => {
  const counts = (pictures: number, videos: number) => {
    const stored = { pictures, videos, listing: 0 };
    const { container, unmount } = showPart(<ClaimFacts claim={makeClaim()} extent="whole" stored={stored} />);
    const shown = container.querySelector('.claim-counts')?.textContent;
    unmount();
    return shown;
  };
  expect(counts(0, 2)).toBe('2 个视频');
  expect(counts(1, 1)).toBe('1 张凭证图片 · 1 个视频');
  expect(counts(0, 0)).toBe('0 张凭证图片');
});

it('shows no number of the order as that of a claim which has none', () => {
  const claimNumber = (missing: readonly ClaimField[]) => {
    const claim = makeClaim({ claimId: '261102-468013579246801', missing });
    const { container, unmount } = showPart(<ClaimFacts claim={claim} extent="whole" />);
    const shown = [...container.querySelectorAll('dt')].some((term) => term.textContent === '售后编号');
    unmount();
    return shown;
  };
  expect(claimNumber([])).toBe(true);
  expect(claimNumber(['claimId'])).toBe(false);
});
