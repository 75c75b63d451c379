// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Surface } from '../../../../components/controls/surface.tsx';
import { PackingPage, type PackingPageProps } from '../../../../components/packing/packing-page.tsx';
import { makePackingFile, makePackingPage } from '../../../fixtures/packing.ts';
import { show } from '../render.tsx';

const showPage = (parts: Partial<PackingPageProps> = {}) =>
  show(
    <Surface language="zh-CN">
      <PackingPage {...makePackingPage(parts)} />
    </Surface>,
  ).screen;
const picked = [new File(['x'], 'a.jpg')];

it('takes no file before it knows the order', () => {
  const onAdd = vi.fn();
  const screen = showPage({ onAdd });
  const picker = document.querySelector('[data-picker="packing"]') as HTMLInputElement;
  fireEvent.change(picker, { target: { files: picked } });
  expect(onAdd).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('订单编号'), { target: { value: '77' } });
  fireEvent.change(screen.getByLabelText('平台'), { target: { value: 'taobao' } });
  fireEvent.change(picker, { target: { files: picked } });
  expect(onAdd).toHaveBeenCalledWith({ platform: 'taobao', orderId: '77' }, picked, []);
});

it('shows each file under its order with its hash and its time of arrival', () => {
  const [file] = makePackingPage().files;
  const order = showPage().getByRole('region', { name: file?.orderId ?? '' });
  expect(order.textContent).toContain(file?.sha256);
  expect(order.textContent).toContain('存入');
});

it('deletes only after a question', () => {
  const onDelete = vi.fn();
  const file = makePackingFile('77', 'a.jpg');
  const screen = showPage({ files: [file], onDelete });
  fireEvent.click(screen.getByRole('button', { name: '删除' }));
  expect(onDelete).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '确认删除' }));
  expect(onDelete).toHaveBeenCalledWith(file);
});

it('tells clearly that there is no room', () => {
  expect(showPage({ problem: { reason: 'packing-quota' } }).getByText(/存储空间不够，打包记录没有存下/)).toBeTruthy();
});
