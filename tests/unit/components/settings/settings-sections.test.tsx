// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Surface } from '../../../../components/controls/surface.tsx';
import { FirstSteps } from '../../../../components/history/first-steps.tsx';
import { AppearanceSection } from '../../../../components/settings/appearance-section.tsx';
import { ChecksSection } from '../../../../components/settings/checks-section.tsx';
import { OwnTemplates } from '../../../../components/settings/own-templates.tsx';
import { PlatformsSection } from '../../../../components/settings/platforms-section.tsx';
import { SettingsFileSection } from '../../../../components/settings/settings-file-section.tsx';
import { ShortcutsSection } from '../../../../components/settings/shortcuts-section.tsx';
import { show } from '../render.tsx';

const inSurface = (section: React.ReactNode) => show(<Surface language="zh-CN">{section}</Surface>);

it('switches a check off and on', () => {
  const onChange = vi.fn();
  const { screen } = inSurface(<ChecksSection checks={['file', 'c2pa']} checksOff={['c2pa']} onChange={onChange} />);
  const [file, c2pa] = screen.getAllByRole('checkbox') as [HTMLElement, HTMLElement];
  fireEvent.click(file);
  expect(onChange).toHaveBeenLastCalledWith(['c2pa', 'file']);
  fireEvent.click(c2pa);
  expect(onChange).toHaveBeenLastCalledWith([]);
});

it('offers to read along only where reading is allowed', () => {
  const onCapture = vi.fn();
  const { screen } = inSurface(
    <PlatformsSection
      platforms={[
        { id: 'jd', isGranted: true },
        { id: 'taobao', isGranted: false },
      ]}
      captureOff={[]}
      readsProductPages={false}
      onEnable={vi.fn()}
      onDisable={vi.fn()}
      onCapture={onCapture}
      onProductPages={vi.fn()}
    />,
  );
  fireEvent.click(screen.getByRole('checkbox', { name: '京东' }));
  expect(onCapture).toHaveBeenCalledWith(['jd']);
  expect(screen.queryByRole('checkbox', { name: /淘宝/ })).toBeNull();
});

it('says why the box for product pages is not ticked where the browser was not allowed', () => {
  const section = (isRefused: boolean) => (
    <PlatformsSection
      platforms={[]}
      captureOff={[]}
      readsProductPages={false}
      areProductPagesRefused={isRefused}
      onEnable={vi.fn()}
      onDisable={vi.fn()}
      onCapture={vi.fn()}
      onProductPages={vi.fn()}
    />
  );
  const quiet = inSurface(section(false)).container;
  expect(quiet.textContent).not.toContain('再勾选一次');
  expect(quiet.querySelector('.claim-warning')).toBeNull();
  expect(inSurface(section(true)).container.textContent).toContain('再勾选一次');
});

it.each([
  ['zh-CN', '分析当前退款页面'],
  ['en', 'Analyse the claim on this page'],
] as const)(
  'tells in the chosen language (%s) what the keys do, whatever language the browser speaks',
  (language, told) => {
    const shortcuts = [
      { name: 'analyse', keys: 'Alt+Shift+R' },
      { name: 'mark-area', keys: '' },
    ] as const;
    const { container } = show(
      <Surface language={language}>
        <ShortcutsSection shortcuts={shortcuts} />
      </Surface>,
    );
    const [analyse, markArea] = container.querySelectorAll('.shortcut-list > div');
    expect(analyse?.textContent).toContain(told);
    expect(analyse?.querySelector('kbd')?.textContent).toBe('Alt+Shift+R');
    expect(markArea?.querySelector('kbd')).toBeNull();
  },
);

it('changes the language and takes back what was chosen for a site', () => {
  const [onLanguage, onPanel] = [vi.fn(), vi.fn()];
  const place = { edge: 'left', insetPx: 10, topPx: 20 } as const;
  const panel = { side: 'right', foldedOn: ['a.com'], hiddenOn: ['b.com'], places: { 'c.com': place } } as const;
  const { screen } = inSurface(<AppearanceSection {...{ panel, onLanguage, onPanel }} />);
  fireEvent.click(screen.getByRole('radio', { name: '繁體中文（台灣）' }));
  expect(onLanguage).toHaveBeenCalledWith('zh-TW');
  fireEvent.click(screen.getByRole('button', { name: '恢复展开 a.com' }));
  expect(onPanel).toHaveBeenLastCalledWith({ ...panel, foldedOn: [] });
  fireEvent.click(screen.getByRole('button', { name: '恢复自动显示 b.com' }));
  expect(onPanel).toHaveBeenLastCalledWith({ ...panel, hiddenOn: [] });
  fireEvent.click(screen.getByRole('button', { name: '放回原位 c.com' }));
  expect(onPanel).toHaveBeenLastCalledWith({ ...panel, places: {} });
});

it('keeps a template only when nothing is wrong with it', () => {
  const onChange = vi.fn();
  const { screen } = inSurface(<OwnTemplates templates={[]} onChange={onChange} />);
  fireEvent.click(screen.getByRole('button', { name: '新建模板' }));
  fireEvent.change(screen.getByLabelText('模板名称'), { target: { value: '常用' } });
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '{快递员}' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(screen.getByRole('alert').textContent).toContain('快递员');
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '订单{订单号}' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(onChange).toHaveBeenCalledWith([{ id: expect.any(String), name: '常用', body: '订单{订单号}' }]);
});

it('says why a settings file was refused', async () => {
  const { screen } = inSurface(<SettingsFileSection onExport={vi.fn()} onImport={async () => 'damaged'} />);
  await act(async () =>
    fireEvent.change(screen.getByLabelText('导入设置'), { target: { files: [new File(['x'], 'a.json')] } }),
  );
  expect(screen.getByRole('status').textContent).toContain('没有改动');
});

it('shows the first steps until the seller has seen them', () => {
  const [onDone, onTry] = [vi.fn(), vi.fn()];
  const { screen } = inSurface(<FirstSteps pictures={{ listing: 'a', altered: 'b' }} onTry={onTry} onDone={onDone} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  fireEvent.click(screen.getByRole('button', { name: '用这两张图走一遍' }));
  expect(onTry).toHaveBeenCalledOnce();
  expect(onDone).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(onDone).toHaveBeenCalled();
});
