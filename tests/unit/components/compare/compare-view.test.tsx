// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CompareView, type CompareViewProps } from '../../../../components/compare/compare-view.tsx';
import { LISTING_TO_PICTURE } from '../../../fixtures/case-view.ts';
import { showPart, stubBitmaps } from '../render.tsx';

const props: CompareViewProps = {
  picture: { id: 'p', blob: new Blob(['p']) },
  other: { id: 'l', blob: new Blob(['l']) },
  otherLabel: '商品图 a.jpg',
  otherToPicture: LISTING_TO_PICTURE,
  regions: [
    { x: 0.5, y: 0.2, width: 0.1, height: 0.3 },
    { x: 0.1, y: 0.6, width: 0.1, height: 0.1 },
  ],
};

async function showCompare(changed: Partial<CompareViewProps> = {}) {
  const shown = showPart(<CompareView {...props} {...changed} />);
  await act(async () => undefined);
  return shown;
}

beforeEach(() => {
  stubBitmaps();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});

it('shows both pictures side by side at first', async () => {
  const { screen } = await showCompare();
  expect(screen.getByRole('img', { name: '买家图片' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '商品图 a.jpg' })).toBeTruthy();
});

it('moves the divider from the keyboard', async () => {
  const { screen } = await showCompare();
  fireEvent.click(screen.getByRole('radio', { name: '滑动' }));
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: '分界位置' });
  fireEvent.change(slider, { target: { value: '80' } });
  expect(slider.value).toBe('80');
});

it('does not blink for people who asked for less motion, but switches by hand', async () => {
  const { screen } = await showCompare();
  fireEvent.click(screen.getByRole('radio', { name: '闪切' }));
  expect(screen.getByRole('button', { name: '继续闪切' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '正在显示：买家图片' }));
  expect(screen.getByRole('button', { name: '正在显示：商品图 a.jpg' })).toBeTruthy();
});

it('explains what the difference does not mean', async () => {
  const { screen } = await showCompare();
  fireEvent.click(screen.getByRole('radio', { name: '差异' }));
  expect(screen.getByText(/重新保存、调色也会留下/)).toBeTruthy();
});

it('enlarges one place', async () => {
  const { screen, container } = await showCompare();
  const outlined = () => container.querySelector<HTMLElement>('.region-outline')?.style.width;
  expect(outlined()).toBe('10%');
  fireEvent.click(screen.getByRole('radio', { name: '位置 1' }));
  expect(Number.parseFloat(outlined() ?? '')).toBeGreaterThan(10);
  fireEvent.click(screen.getByRole('checkbox', { name: '标出位置' }));
  expect(container.querySelector('.region-outline')).toBeNull();
});

describe('when the other picture', () => {
  it('is gone, says so', async () => {
    const { screen } = await showCompare({ other: { id: 'l', blob: null } });
    expect(screen.getByText('原图不在了，没法对照。')).toBeTruthy();
  });

  it('cannot be decoded, says so', async () => {
    vi.stubGlobal('createImageBitmap', async () => Promise.reject(new DOMException('broken', 'InvalidStateError')));
    const { screen } = await showCompare();
    expect(screen.getByText('原图不在了，没法对照。')).toBeTruthy();
  });
});
