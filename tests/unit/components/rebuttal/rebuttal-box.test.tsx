// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
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
  expect(onCopy).toHaveBeenCalledWith(composeRebuttal(mixedCase(), textIn('zh-CN'), { audience: 'refusal' }));
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

it("turns to the appeal once the case says that the money is gone, and leaves the seller's own choice alone", () => {
  const open = makeView([makePicture(0, { findings: [{ ...LISTING_ALTERED, review: 'confirmed' }] })]);
  const { screen, rerender } = show(inSurface(open));
  fireEvent.click(screen.getByRole('button', { name: '修改回复' }));
  const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;
  expect(isChosen('平台：拒绝退款')).toBe(true);
  rerender(inSurface({ ...open, outcome: 'refunded' }));
  expect(isChosen('平台：申诉')).toBe(true);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('如已退款');
  fireEvent.click(screen.getByRole('radio', { name: '买家' }));
  rerender(inSurface({ ...open, outcome: 'lost' }));
  expect(isChosen('买家')).toBe(true);
});

describe("filling the page's text box", () => {
  const inserting = (room: number | null, view = mixedCase()) => {
    const insert = vi.fn((_written: string) => () => undefined);
    const { screen } = show(
      <Surface language="zh-CN">
        <RebuttalBox view={view} onCopy={vi.fn()} inserter={{ insert, room: () => room }} />
      </Surface>,
    );
    fireEvent.click(screen.getByRole('button', { name: '修改回复' }));
    const fill = () => fireEvent.click(screen.getByRole('button', { name: '填入输入框' }));
    const says = () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join('');
    return { insert, fill, says, screen };
  };

  it('takes the text as it is where there is room', () => {
    const { insert, fill, screen } = inserting(null);
    fill();
    expect(insert).toHaveBeenCalledWith(screen.getByRole<HTMLTextAreaElement>('textbox').value);
  });

  it('shortens it to what the box takes, by whole sentences, and says so', () => {
    const { insert, fill, says } = inserting(120);
    fill();
    const [[written]] = insert.mock.calls as [[string]];
    expect(written.length).toBeLessThanOrEqual(120);
    expect(written).toMatch(/。$/);
    expect(says()).toContain('120');
  });

  it('fills in nothing that would be cut off', () => {
    const { insert, fill, says, screen } = inserting(10);
    fill();
    expect(says()).toMatch(/只能再填 10 字.*没有填入/);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '我自己写的一段比较长的话' } });
    fill();
    expect(insert).not.toHaveBeenCalled();
  });
});
