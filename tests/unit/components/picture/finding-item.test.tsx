// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { type FindingContext, FindingItem } from '../../../../components/picture/finding-item.tsx';
import type { FindingView } from '../../../../utils/cases/case-view.ts';
import { LISTING_ALTERED, makePicture, mixedCase, TC260_LABEL } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const context: FindingContext = {
  listing: mixedCase().listing,
  timeZone: 'Asia/Shanghai',
  onReview: vi.fn(),
  loadPicture: undefined,
};
const showFinding = (finding: FindingView, changed: Partial<FindingContext> = {}) =>
  showPart(<FindingItem picture={makePicture(0)} finding={finding} context={{ ...context, ...changed }} />);

beforeEach(() => {
  stubBitmaps();
});

it('says what was found in one sentence, and behind a fold how far it goes', () => {
  const { screen, container } = showFinding(TC260_LABEL);
  expect(screen.getByText(/TC260:AIGC.*001191110108MA01KP2T5U00000/)).toBeTruthy();
  expect(container.querySelector('details')?.open).toBe(false);
  expect(screen.getByText('没有说明什么').nextElementSibling?.textContent).toContain('不说明商品没有问题');
});

it('counts less until the seller has looked, and asks', () => {
  const onReview = vi.fn();
  const { screen } = showFinding(LISTING_ALTERED, { onReview });
  expect(screen.getByText('强证据')).toBeTruthy();
  expect(screen.queryByText('铁证')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '不是，画面内容变了' }));
  expect(onReview).toHaveBeenCalledWith({ pictureId: 'picture-0', kind: 'listing-altered', word: 'confirmed' });
  fireEvent.click(screen.getByRole('button', { name: '是，或者看不准' }));
  expect(onReview).toHaveBeenLastCalledWith({ pictureId: 'picture-0', kind: 'listing-altered', word: 'wrong' });
});

it('counts what may be a drawing for a clue, and for proof once somebody has looked', () => {
  const maybe = { ...LISTING_ALTERED, grade: 'strong' } as const;
  const { screen, container } = showFinding(maybe);
  expect(screen.getByText('线索')).toBeTruthy();
  expect(container.textContent).toContain('只有你确认后，它才按铁证计算');
  const confirmed = showFinding({ ...maybe, review: 'confirmed' });
  expect(confirmed.container.textContent).toContain('铁证');
});

it('promises no proof to a change that cannot become one', () => {
  const { container } = showFinding({ ...LISTING_ALTERED, grade: 'clue' });
  expect(container.textContent).toContain('对照原图看标出的位置');
  expect(container.textContent).not.toContain('铁证');
});

it('counts in full once confirmed, and the word can be taken back', () => {
  const onReview = vi.fn();
  const { screen } = showFinding({ ...LISTING_ALTERED, review: 'confirmed' }, { onReview });
  expect(screen.getByText('铁证')).toBeTruthy();
  expect(screen.queryByText(/是不是买家画的/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(onReview).toHaveBeenCalledWith({ pictureId: 'picture-0', kind: 'listing-altered', word: null });
});

it('can be marked wrong, and then says that it does not count', () => {
  const onReview = vi.fn();
  const { screen } = showFinding(TC260_LABEL, { onReview });
  fireEvent.click(screen.getByText('标为不成立'));
  expect(onReview).toHaveBeenCalledWith({ pictureId: 'picture-0', kind: 'tc260-label', word: 'wrong' });
  const marked = showFinding({ ...TC260_LABEL, review: 'wrong' });
  expect(marked.screen.getByText(/你已标为不成立，不计入结论/)).toBeTruthy();
});

it('opens the comparison of its own accord where the seller has to look, and on request elsewhere', async () => {
  const asked = showFinding(LISTING_ALTERED);
  await act(async () => undefined);
  expect(asked.screen.getByRole('radio', { name: '滑动' })).toBeTruthy();
  asked.unmount();

  const { screen } = showFinding({ ...LISTING_ALTERED, review: 'confirmed' });
  expect(screen.queryByRole('radio', { name: '滑动' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '和商品图对照' }));
  await act(async () => undefined);
  expect(screen.getByRole('radio', { name: '滑动' })).toBeTruthy();
});

it('compares nothing where the alignment is not usable', () => {
  const { screen } = showFinding({
    ...LISTING_ALTERED,
    params: { ...LISTING_ALTERED.params, listingToPicture: [0, 0, 0, 0, 0, 0, 0, 0, 0] },
  });
  expect(screen.queryByRole('button', { name: '和商品图对照' })).toBeNull();
});
