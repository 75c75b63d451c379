// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Surface } from '../../../../components/controls/surface.tsx';
import { RebuttalBox } from '../../../../components/rebuttal/rebuttal-box.tsx';
import { composeRebuttal } from '../../../../utils/rebuttal/compose-rebuttal.ts';
import { textIn } from '../../../../utils/text/text.ts';
import { LISTING_ALTERED, makePicture, makeView, mixedCase } from '../../../fixtures/case-view.ts';
import { show } from '../render.tsx';

const inSurface = (view = mixedCase(), onCopy: (written: string) => Promise<void> | void = vi.fn()) => (
  <Surface language="zh-CN">
    <RebuttalBox view={view} onCopy={onCopy} />
  </Surface>
);

it('copies the text for the platform in one click and says so', async () => {
  const onCopy = vi.fn();
  const { screen } = show(inSurface(mixedCase(), onCopy));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制回复' })));
  expect(onCopy).toHaveBeenCalledWith(composeRebuttal(mixedCase(), textIn('zh-CN'), { audience: 'platform' }));
  expect(screen.getByRole('status').textContent).toBe('已复制');
});

it('copies what the seller made of it', async () => {
  const onCopy = vi.fn();
  const { screen } = show(inSurface(mixedCase(), onCopy));
  fireEvent.click(screen.getByRole('button', { name: '修改回复' }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '我自己写的' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制回复' })));
  expect(onCopy).toHaveBeenCalledWith('我自己写的');
});

it('shows the text to be copied by hand when the browser refuses', async () => {
  const { screen } = show(inSurface(mixedCase(), () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制回复' })));
  expect(screen.getByRole('status').textContent).toContain('Ctrl+C');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('图 3');
});

it('writes for the buyer and within a length', () => {
  const { screen } = show(inSurface());
  fireEvent.click(screen.getByRole('button', { name: '修改回复' }));
  fireEvent.click(screen.getByRole('radio', { name: '100 字' }));
  expect([...screen.getByRole<HTMLTextAreaElement>('textbox').value].length).toBeLessThanOrEqual(100);
  fireEvent.click(screen.getByRole('radio', { name: '买家' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('麻烦您');
  expect(screen.queryByRole('radio', { name: '坚定' })).toBeNull();
});

it('keeps an edited text when the result changes, says so, and writes again on request', () => {
  const before = makeView([makePicture(0)]);
  const { screen, rerender } = show(inSurface(before));
  fireEvent.click(screen.getByRole('button', { name: '修改回复' }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '草稿' } });
  expect(screen.queryByText(/结论有更新/)).toBeNull();
  rerender(inSurface(makeView([makePicture(0, { findings: [{ ...LISTING_ALTERED, review: 'confirmed' }] })])));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('草稿');
  expect(screen.getByText(/结论有更新/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '按最新结论重写' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('不是收到商品后拍摄');
});
