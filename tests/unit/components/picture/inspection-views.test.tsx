// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { InspectionViews } from '../../../../components/picture/inspection-views.tsx';
import { makePicture } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

beforeEach(() => {
  stubBitmaps();
});

async function open(loadPicture: (id: string) => Promise<Blob | null>) {
  const shown = showPart(<InspectionViews picture={makePicture(0)} loadPicture={loadPicture} />);
  const fold = shown.container.querySelector('details') as HTMLDetailsElement;
  fold.open = true;
  await act(async () => fireEvent(fold, new Event('toggle')));
  return shown;
}

it('loads nothing before it is opened', () => {
  const load = vi.fn(async () => null);
  showPart(<InspectionViews picture={makePicture(0)} loadPicture={load} />);
  expect(load).not.toHaveBeenCalled();
});

it('says first that it proves nothing, and for each view what to look for and what to ignore', async () => {
  const { screen, container } = await open(async () => new Blob(['x']));
  expect(container.textContent).toContain('什么都证明不了');
  for (const name of ['重存误差', '噪点', '8×8 方格']) {
    await act(async () => fireEvent.click(screen.getByRole('radio', { name })));
    expect(container.textContent).toMatch(/看：.*忽略：/s);
    expect(screen.getByRole('img', { name: `图 1：${name}` })).toBeTruthy();
  }
});

it('says so where the original is gone', async () => {
  const { container } = await open(async () => null);
  expect(container.textContent).toContain('原图不在了');
});
