// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TaughtSites, type TaughtSitesProps } from '../../../../components/settings/taught-sites.tsx';
import type { SiteRule } from '../../../../utils/claims/taught/site-rule.ts';
import { makeClaim } from '../../../fixtures/case-view.ts';
import { showPage, teach } from '../../../fixtures/taught-page.ts';
import { noTaughtSites } from '../../../fixtures/taught-sites.ts';
import { showPart } from '../render.tsx';

function makeRule(): SiteRule {
  showPage('erp-claim-a.html');
  const rule = teach({ evidence: '.css-grid img', orderId: '.css-row1 span' });
  document.body.innerHTML = '';
  return rule;
}

function makeProps(changed: Partial<TaughtSitesProps> = {}): TaughtSitesProps {
  return { ...noTaughtSites(), sites: [{ rule: makeRule(), missingHosts: [] }], ...changed };
}

describe('taught sites', () => {
  it('says in words where each field is looked for', () => {
    const { screen } = showPart(<TaughtSites {...makeProps()} />);
    expect(screen.getByText('erp.wdy-erp.test')).toBeTruthy();
    expect(screen.getByText(/写着“客户上传”的下面/)).toBeTruthy();
    expect(screen.getByText(/写着“线上单”的右边或下一行/)).toBeTruthy();
  });

  it('asks again before it forgets', () => {
    const onRemove = vi.fn();
    const { screen } = showPart(<TaughtSites {...makeProps({ onRemove })} />);
    fireEvent.click(screen.getByRole('button', { name: '忘掉' }));
    expect(onRemove).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '确认忘掉' }));
    expect(onRemove).toHaveBeenCalledWith('https://erp.wdy-erp.test/aftersale/*');
  });

  it('says what a test reads, and why it reads nothing', async () => {
    const onTest = vi.fn<TaughtSitesProps['onTest']>().mockResolvedValueOnce({ reason: 'no-page' });
    const { screen } = showPart(<TaughtSites {...makeProps({ onTest })} />);
    const test = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '试一下' })));
    await test();
    expect(screen.getByText(/没有打开这个网站的售后单页面/)).toBeTruthy();
    onTest.mockResolvedValueOnce({ reason: 'several-claims', params: { count: 3 } });
    await test();
    expect(screen.getByText(/页面上有 3 笔售后单/)).toBeTruthy();
    onTest.mockResolvedValueOnce({ claim: makeClaim({ missing: ['buyer'] }) });
    await test();
    expect(screen.getByText('261102-468013579246801')).toBeTruthy();
    expect(screen.queryByText(/这一页上找不到/)).toBeNull();
    onTest.mockResolvedValueOnce({ claim: makeClaim({ missing: ['orderId', 'buyer'] }) });
    await test();
    expect(screen.getByText(/教过的订单编号，这一页上找不到/)).toBeTruthy();
  });

  it('says which hosts the browser has not allowed, and asks', () => {
    const onAllow = vi.fn();
    const sites = [{ rule: makeRule(), missingHosts: ['https://oss.wdy-erp.test/*'] }];
    const { screen } = showPart(<TaughtSites {...makeProps({ sites, onAllow })} />);
    expect(screen.getByText(/还没有允许读取：oss\.wdy-erp\.test/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '允许' }));
    expect(onAllow).toHaveBeenCalledOnce();
  });

  it('says why a file was not imported', async () => {
    const onImport = vi.fn<TaughtSitesProps['onImport']>().mockResolvedValue({ reason: 'broken-rule', place: '2' });
    const { screen, container } = showPart(<TaughtSites {...makeProps({ sites: [], onImport })} />);
    expect(screen.getByText('还没有教过网站')).toBeTruthy();
    const input = container.querySelector('input[type="file"]') as HTMLInputElement;
    await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'rules.json')] } }));
    expect(screen.getByText(/文件里第 2 条不完整/)).toBeTruthy();
  });

  it('says that rules could not be stored', async () => {
    const onImport = vi.fn<TaughtSitesProps['onImport']>().mockRejectedValue(new Error('the disk is full'));
    const { screen, container } = showPart(<TaughtSites {...makeProps({ onImport })} />);
    const input = container.querySelector('input[type="file"]') as HTMLInputElement;
    await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'rules.json')] } }));
    expect(screen.getByText(/没有导入.*the disk is full/)).toBeTruthy();
  });
});
