// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NewCheck } from '../../../../components/new-check/new-check.tsx';
import { makeNewCheck } from '../../../fixtures/new-check.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const handed = (name: string) => ({ sha256: name, name, blob: new Blob(['x']), media: 'image' as const });

beforeEach(() => {
  stubBitmaps();
});

describe('a check without a page', () => {
  it('begins with the order number, and not before there is a picture of the buyer', () => {
    const onStart = vi.fn();
    const empty = showPart(<NewCheck {...makeNewCheck({ onStart, listing: [handed('own.jpg')] })} />);
    expect(empty.screen.getByRole('button', { name: '开始检查' })).toHaveProperty('disabled', true);
    empty.unmount();
    const { screen } = showPart(<NewCheck {...makeNewCheck({ onStart, evidence: [handed('a.jpg')] })} />);
    fireEvent.change(screen.getByRole('textbox', { name: /订单编号/ }), { target: { value: '261114-1' } });
    fireEvent.click(screen.getByRole('button', { name: '开始检查' }));
    expect(onStart).toHaveBeenCalledWith('261114-1');
  });

  it('gives a pasted picture to the well that was used last, and leaves pasted text alone', () => {
    const onAdd = vi.fn();
    const { screen } = showPart(<NewCheck {...makeNewCheck({ onAdd })} />);
    const paste = (files: readonly File[]): void => {
      const event = new Event('paste', { cancelable: true });
      Object.assign(event, { clipboardData: { files } });
      dispatchEvent(event);
    };
    const picture = new File(['x'], 'a.jpg');
    paste([picture]);
    fireEvent.focus(screen.getByRole('button', { name: '选择商品图片' }));
    paste([picture]);
    paste([]);
    expect(onAdd.mock.calls).toEqual([
      ['evidence', [picture]],
      ['listing', [picture]],
    ]);
  });

  it('names each file that was not taken, with its reason, and removes what was', () => {
    const onRemove = vi.fn();
    const refused = [{ name: '说明.txt', problem: { reason: 'not-an-image' } }];
    const { screen } = showPart(<NewCheck {...makeNewCheck({ refused, onRemove, evidence: [handed('a.jpg')] })} />);
    expect(screen.getByRole('alert').textContent).toMatch(/1 个文件没有加入.*说明\.txt.*不是图片/);
    fireEvent.click(screen.getByRole('button', { name: '移除 a.jpg' }));
    expect(onRemove).toHaveBeenCalledWith('evidence', 'a.jpg');
  });
});
