// @vitest-environment happy-dom
import { act, fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { PictureCard } from '../../../../components/picture/picture-card.tsx';
import type { PictureView } from '../../../../utils/cases/case-view.ts';
import { LISTING_ALTERED, makePicture } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const context = { listing: [], timeZone: 'Asia/Shanghai', onReview: vi.fn(), loadPicture: undefined };
async function showCard(picture: PictureView) {
  const shown = showPart(<PictureCard picture={picture} context={context} />);
  await act(async () => undefined);
  return shown;
}

beforeEach(() => {
  stubBitmaps();
});

it('outlines the places that were found', async () => {
  const { screen, container } = await showCard(makePicture(0, { findings: [LISTING_ALTERED] }));
  expect(screen.getByRole('img', { name: '买家凭证，图 1' })).toBeTruthy();
  expect(container.querySelectorAll('.region-outline')).toHaveLength(1);
});

it('no longer outlines what the seller marked wrong', async () => {
  const { container } = await showCard(makePicture(0, { findings: [{ ...LISTING_ALTERED, review: 'wrong' }] }));
  expect(container.querySelector('.region-outline')).toBeNull();
});

it.each([
  ['http-404', '图片已经不在服务器上（404）', '请买家重新上传'],
  ['not-an-image', '这个文件不是图片', '请买家重新上传'],
  ['truncated', '图片不完整', '刷新页面'],
  ['too-many-pixels', '像素太多', '请买家发普通照片'],
  ['empty-file', '0 字节', '请买家重新上传'],
  ['html-instead', '取回来的是网页', '重新登录'],
  ['timed-out', '没有传来', '检查网络'],
])('says what happened and what to do: %s', async (reason, happened, todo) => {
  const { container } = await showCard(
    makePicture(0, { preview: null, problem: { reason }, verdict: 'cannot-judge', sha256: null }),
  );
  expect(container.textContent).toContain(happened);
  expect(container.textContent).toContain(todo);
  expect(container.textContent).toContain('无法判断');
});

it('lists the checks that gave no result behind a fold, with the reason', async () => {
  const { screen } = await showCard(
    makePicture(0, {
      skipped: [{ check: 'listing-match', reason: 'no-listing' }],
      failed: [{ check: 'unknown-check', reason: 'check-timed-out' }],
    }),
  );
  expect(screen.getByText('2 项检查没有得出结果').closest('details')?.open).toBe(false);
  expect(screen.getByText(/没有读到你店里的商品图/)).toBeTruthy();
  expect(screen.getByText(/超过时限/)).toBeTruthy();
});

it('bounds what metadata can put on the page', async () => {
  const prompt = 'p'.repeat(100_000);
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`tag${index}`, index]));
  let deep: PictureView['measured'] = { prompt };
  for (let level = 0; level < 50; level++) deep = { deep };
  const { container } = await showCard(makePicture(0, { measured: { many, deep } }));
  expect(container.querySelectorAll('dt').length).toBeLessThan(200);
  expect(container.textContent?.length).toBeLessThan(5000);
});

it('is shown at its full size on request, read only then', async () => {
  const loadPicture = vi.fn(async () => new Blob(['at full size']));
  const { screen } = showPart(<PictureCard picture={makePicture(0)} context={{ ...context, loadPicture }} />);
  await act(async () => undefined);
  expect(loadPicture).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '放大图 1' }));
  await act(async () => undefined);
  expect(loadPicture).toHaveBeenCalledWith('picture-0');
  expect(screen.getByRole('dialog', { name: '图 1' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says that there is no preview when it cannot be decoded', async () => {
  vi.stubGlobal('createImageBitmap', async () => Promise.reject(new Error('broken')));
  const { screen } = await showCard(makePicture(0));
  expect(screen.getByText('没有预览')).toBeTruthy();
});
