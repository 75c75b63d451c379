// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ListingPictures } from '../../../../components/case/listing-pictures.tsx';
import type { ProductPicture } from '../../../../utils/cases/product-pictures.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const SHA = 'a'.repeat(64);
const addedAt = '2026-11-01T08:00:00.000Z';
const kept: ProductPicture = {
  productKey: 'pinduoduo:id:880',
  sha256: SHA,
  name: '主图.jpg',
  addedAt,
  image: { url: '', receivedAt: addedAt, contentType: null, sizeBytes: 1, sha256: SHA, blob: new Blob(['x']) },
};
const file = new File(['x'], '主图.jpg', { type: 'image/jpeg' });

beforeEach(() => {
  stubBitmaps();
});

it('takes files that are chosen, dropped or pasted, and says which were no pictures', async () => {
  const refused = [
    { name: '说明.txt', problem: { reason: 'not-an-image' } },
    { name: '主图 (1).jpg', problem: { reason: 'duplicate-file' } },
  ];
  const onAdd = vi.fn(async () => ({ added: 1, refused }));
  const { container, screen } = showPart(<ListingPictures namesProduct kept={[]} onAdd={onAdd} onRemove={vi.fn()} />);
  const place = container.querySelector('.listing-drop') as HTMLElement;
  const input = container.querySelector('input') as HTMLInputElement;
  await act(async () => fireEvent.change(input, { target: { files: [file] } }));
  await act(async () => fireEvent.drop(place, { dataTransfer: { files: [file], items: [] } }));
  await act(async () => fireEvent.paste(place, { clipboardData: { files: [file] } }));
  expect(onAdd.mock.calls).toEqual([[[file]], [[file]], [[file]]]);
  expect(screen.getByText(/添加了 1 张/)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toMatch(
    /说明\.txt：这个文件不是图片.*主图 \(1\)\.jpg：和已有的文件一模一样/,
  );
});

it('does not call a picture unreadable that could not be stored', async () => {
  const onAdd = vi.fn(() => Promise.reject(new Error('the disk is full')));
  const { container, screen } = showPart(<ListingPictures namesProduct kept={[]} onAdd={onAdd} onRemove={vi.fn()} />);
  await act(async () =>
    fireEvent.change(container.querySelector('input') as HTMLInputElement, { target: { files: [file] } }),
  );
  expect(screen.getByText('没有添加成，请再试一次。')).toBeTruthy();
});

it('lists what is kept, with its date, and removes it', () => {
  const onRemove = vi.fn();
  const { container, screen } = showPart(
    <ListingPictures namesProduct kept={[kept]} onAdd={vi.fn()} onRemove={onRemove} />,
  );
  expect(container.textContent).toMatch(/主图\.jpg.*2026.*添加/);
  fireEvent.click(screen.getByRole('button', { name: '移除' }));
  expect(onRemove).toHaveBeenCalledWith(SHA);
});

it('promises to keep pictures for later claims only where the claim says which product it is about', () => {
  const words = (namesProduct: boolean) => {
    const props = { kept: [], onAdd: vi.fn(), onRemove: vi.fn() };
    const { container, unmount } = showPart(<ListingPictures namesProduct={namesProduct} {...props} />);
    const shown = container.textContent;
    unmount();
    return shown;
  };
  expect(words(true)).toContain('以后同一商品的售后单都会拿来对照');
  expect(words(false)).toContain('只用于这一单');
  expect(words(false)).not.toContain('以后');
});
