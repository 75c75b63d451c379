// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { type CheckRequests, CheckRequestsProvider } from '../../../../components/picture/check-requests.ts';
import { PictureText } from '../../../../components/picture/picture-text.tsx';
import type { PictureView } from '../../../../utils/cases/case-view.ts';
import { makePicture } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const LINES = [
  { text: '申通快递', confidence: 90, box: [0.1, 0.1, 0.3, 0.05] },
  { text: '77 3012 3456 78901', confidence: 88, box: [0.1, 0.3, 0.5, 0.04] },
];
const read = makePicture(0, { measured: { pictureText: { lines: LINES } } });

function showText(picture: PictureView, requests: CheckRequests | null) {
  return showPart(
    <CheckRequestsProvider value={requests}>
      <PictureText picture={picture} loadPicture={undefined} />
    </CheckRequestsProvider>,
  );
}

beforeEach(() => {
  stubBitmaps();
});

it('reads when asked and never by itself, and can be cancelled', async () => {
  let end: () => void = () => undefined;
  const requests = {
    run: vi.fn(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    ),
    cancel: vi.fn(),
  };
  const picture = makePicture(0);
  const { screen } = showText(picture, requests);
  expect(requests.run).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '识别整张图片文字' }));
  expect(requests.run).toHaveBeenCalledWith(picture.pictureId, 'picture-text');
  expect(screen.getByRole('progressbar')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(requests.cancel).toHaveBeenCalledWith(picture.pictureId, 'picture-text');
  await act(async () => end());
  expect(screen.getByRole('button', { name: '识别整张图片文字' })).toBeTruthy();
});

it('lists what was read and frames it in the picture', async () => {
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const { screen, container } = showText(read, { run: async () => undefined, cancel: () => undefined });
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(LINES.map(({ text }) => text));
  fireEvent.click(screen.getByRole('button', { name: '在图上标出来' }));
  await act(async () => undefined);
  expect(container.querySelectorAll('.region-outline')).toHaveLength(2);
});

it('says that no text was found', () => {
  const { screen } = showText(makePicture(0, { measured: { pictureText: { lines: [] } } }), null);
  expect(screen.getByText('没有识别出文字。')).toBeTruthy();
});

it('offers nothing where nothing can be asked, or the picture cannot be shown', () => {
  const requests = { run: async () => undefined, cancel: () => undefined };
  expect(showText(makePicture(0), null).container.querySelector('.picture-text')).toBeNull();
  expect(showText(makePicture(0, { preview: null }), requests).container.querySelector('.picture-text')).toBeNull();
});
