// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Surface } from '../../../../components/controls/surface.tsx';
import { EvidencePackBox, type EvidencePackProps } from '../../../../components/pack/evidence-pack.tsx';
import { mixedCase } from '../../../fixtures/case-view.ts';
import { show } from '../render.tsx';

const save = vi.fn();
const PACK = { fileName: 'evidence-1.zip', rootHash: 'a'.repeat(64), withPosition: [], save };
const timestamps: EvidencePackProps['timestamps'] = {
  readPacks: async () => [{ rootHash: PACK.rootHash, timestamp: null }],
  onRequest: vi.fn(),
  onImport: async () => ({ ok: false, problem: 'bad-signature' }),
};

const readPageShot: EvidencePackProps['readPageShot'] = async () => ({
  shot: null,
  problem: { reason: 'screenshot-not-permitted' },
});

const inSurface = (onExport: EvidencePackProps['onExport']) => (
  <Surface language="zh-CN">
    <EvidencePackBox view={mixedCase()} onExport={onExport} readPageShot={readPageShot} timestamps={timestamps} />
  </Surface>
);

it('exports and says where it went', async () => {
  const { screen } = show(inSurface(async () => PACK));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出证据包' })));
  expect(save).toHaveBeenCalledOnce();
  expect(screen.getByText('已导出 evidence-1.zip。')).toBeTruthy();
});

it('tells of originals that state a place before anything is saved', async () => {
  const saveLocated = vi.fn();
  const located = { ...PACK, withPosition: ['originals/buyer-01.jpg'], save: saveLocated };
  const { screen } = show(inSurface(async () => located));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出证据包' })));
  expect(screen.getByRole('alert').textContent).toContain('originals/buyer-01.jpg');
  expect(saveLocated).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '仍然导出' }));
  expect(saveLocated).toHaveBeenCalledOnce();
  expect(screen.getByText('已导出 evidence-1.zip。')).toBeTruthy();
});

it('stops when it is cancelled, and nothing is said to have failed', async () => {
  const { screen } = show(
    inSurface(
      (_blurred, _onProgress, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ),
  );
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出证据包' })));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '取消' })));
  expect(screen.getByRole('button', { name: '导出证据包' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says why it failed', async () => {
  const { screen } = show(inSurface(() => Promise.reject(new Error('QuotaExceededError'))));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出证据包' })));
  expect(screen.getByRole('alert').textContent).toContain('QuotaExceededError');
});

it('hands over the places to blur, drawn by keyboard', async () => {
  const onExport = vi.fn(async () => PACK);
  const { screen } = show(inSurface(onExport));
  fireEvent.click(screen.getByText('在报告里打码'));
  const surface = screen.getByRole('button', { name: '图片 1' });
  fireEvent.keyDown(surface, { key: 'Enter' });
  fireEvent.keyDown(surface, { key: 'ArrowLeft' });
  fireEvent.keyDown(surface, { key: 'ArrowDown', shiftKey: true });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出证据包' })));
  const [blurred] = onExport.mock.calls[0] as unknown as Parameters<EvidencePackProps['onExport']>;
  const region = Object.values(blurred)[0]?.[0];
  expect(region?.x).toBeCloseTo(0.38);
  expect(region?.height).toBeCloseTo(0.22);
});

it('refuses an answer that is none, in words', async () => {
  const { screen } = show(inSurface(async () => PACK));
  await act(async () => undefined);
  const input = screen.getByLabelText('导入回执 .tsr');
  await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'a.tsr')] } }));
  expect(screen.getByRole('alert').textContent).toBe('回执的签名和内容对不上。');
});

it('says why there will be no screenshot of the page, and what to do about it', async () => {
  const { screen } = show(inSurface(async () => PACK));
  await act(async () => undefined);
  expect(screen.getByText(/浏览器没有允许/)).toBeTruthy();
  expect(screen.getByText(/点一次工具栏上的图标/)).toBeTruthy();
});
