// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../../../components/popup/popup.tsx';
import { show } from '../render.tsx';

const makeProps = (): PopupProps => ({
  language: 'zh-CN',
  platforms: [
    { id: 'pinduoduo', isGranted: true },
    { id: 'taobao', isGranted: false },
  ],
  onEnable: vi.fn(),
  onDisable: vi.fn(),
  onNewCheck: vi.fn(),
  onMarkArea: vi.fn(),
  onOpenHistory: vi.fn(),
  onSwitchLanguage: vi.fn(),
});

it('enables and disables seller centers', () => {
  const props = makeProps();
  const { screen } = show(<Popup {...props} />);
  fireEvent.click(screen.getByRole('button', { name: '启用 淘宝 / 天猫' }));
  expect(props.onEnable).toHaveBeenCalledWith('taobao');
  fireEvent.click(screen.getByRole('button', { name: '停用 拼多多' }));
  expect(props.onDisable).toHaveBeenCalledWith('pinduoduo');
});

it('says why it asks, and what leaves the computer', () => {
  const { screen } = show(<Popup {...makeProps()} />);
  expect(screen.getByText(/浏览器会问你是否允许读取/)).toBeTruthy();
  expect(screen.getByText('离开这台电脑的数据：没有')).toBeTruthy();
});

it('leads to the history', () => {
  const props = makeProps();
  const { screen } = show(<Popup {...props} />);
  fireEvent.click(screen.getByRole('button', { name: '打开历史' }));
  expect(props.onOpenHistory).toHaveBeenCalledOnce();
});

it('offers to teach the site under it, and only where there is one', () => {
  const onTeach = vi.fn();
  const { screen, rerender } = show(<Popup {...makeProps()} teachableHost="erp.test" onTeach={onTeach} />);
  fireEvent.click(screen.getByRole('button', { name: '教它读这个网站' }));
  expect(onTeach).toHaveBeenCalledOnce();
  rerender(<Popup {...makeProps()} teachableHost={null} onTeach={onTeach} />);
  expect(screen.queryByRole('button', { name: '教它读这个网站' })).toBeNull();
});

it('analyses the page under it, and lets the site show nothing by itself', () => {
  const page = { host: 'mms.pinduoduo.com', isShown: true, onAnalyse: vi.fn(), onShow: vi.fn() };
  const { screen, rerender } = show(<Popup {...makeProps()} page={page} />);
  fireEvent.click(screen.getByRole('button', { name: '分析这一页' }));
  expect(page.onAnalyse).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('checkbox', { name: /mms\.pinduoduo\.com/ }));
  expect(page.onShow).toHaveBeenCalledWith(false);
  rerender(<Popup {...makeProps()} page={null} />);
  expect(screen.queryByRole('button', { name: '分析这一页' })).toBeNull();
});

it('says what comes of the answer to the browser’s question', () => {
  const { screen, rerender } = show(<Popup {...makeProps()} answer={{ platform: 'taobao', isGranted: false }} />);
  expect(screen.getByText(/淘宝 \/ 天猫没有启用.*它的页面不会被读取/)).toBeTruthy();
  rerender(<Popup {...makeProps()} answer={{ platform: 'taobao', isGranted: true }} />);
  expect(screen.getByText(/淘宝 \/ 天猫已启用.*刷新一次/)).toBeTruthy();
});

it('asks for the seller center of the page under it, with the reason, until it is enabled', () => {
  const props = makeProps();
  const { screen, rerender } = show(<Popup {...props} here="taobao" />);
  const part = screen.getByRole('region', { name: /这一页是淘宝 \/ 天猫的后台，还没有启用/ });
  expect(part.textContent).toMatch(/是否允许读取淘宝 \/ 天猫的售后页面和它的图片服务器/);
  fireEvent.click(within(part).getByRole('button', { name: '启用 淘宝 / 天猫' }));
  expect(props.onEnable).toHaveBeenCalledWith('taobao');
  rerender(<Popup {...props} here="pinduoduo" />);
  expect(screen.queryByText(/还没有启用/)).toBeNull();
});
