// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { PictureList } from '../../../../components/picture/picture-list.tsx';
import { makePicture } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

beforeEach(() => {
  stubBitmaps();
});

it('shows a video as a sheet of its frames, in full those that tell something, and any other on request', () => {
  const preview = new Blob(['x']);
  const video = makePicture(0, { preview: null, video: { durationSeconds: 9, width: 640, height: 480 } });
  const frame = (index: number, timeSeconds: number, verdict: 'clue' | 'none') =>
    makePicture(index, {
      preview,
      verdict,
      madeFrom: { kind: 'video-frame', videoId: video.pictureId, timeSeconds },
    });
  const pictures = [video, frame(1, 2.5, 'clue'), frame(2, 8, 'none')];
  const context = { listing: [], timeZone: 'Asia/Shanghai', onReview: vi.fn(), loadPicture: undefined };
  const { screen, container } = showPart(<PictureList view={{ pictures }} context={context} />);
  const titles = () => [...container.querySelectorAll('.picture-head h3')].map((title) => title.textContent);
  expect(titles()).toEqual(['图 1（视频 00:09.0）', '图 2 · 视频 00:02.5 处']);
  fireEvent.click(screen.getByRole('button', { name: '00:08.0 处的画面，结论：未发现' }));
  expect(titles()).toContain('图 3 · 视频 00:08.0 处');
  fireEvent.click(screen.getByRole('button', { name: /00:02.5 处的画面/ }));
  expect(titles()).not.toContain('图 2 · 视频 00:02.5 处');
});

it('says of a long video that only its beginning was looked at', () => {
  const shown = (durationSeconds: number) => {
    const video = makePicture(0, { preview: null, video: { durationSeconds, width: 640, height: 480 } });
    const madeFrom = { kind: 'video-frame' as const, videoId: video.pictureId, timeSeconds: 1 };
    const pictures = [video, makePicture(1, { preview: new Blob(['x']), madeFrom })];
    const context = { listing: [], timeZone: 'Asia/Shanghai', onReview: vi.fn(), loadPicture: undefined };
    const { container, unmount } = showPart(<PictureList view={{ pictures }} context={context} />);
    const words = container.textContent;
    unmount();
    return words;
  };
  expect(shown(3600)).toContain('只看了前 10 分钟');
  expect(shown(600)).not.toContain('只看了前');
});
