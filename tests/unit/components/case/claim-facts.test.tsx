// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ClaimFacts } from '../../../../components/case/claim-facts.tsx';
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
