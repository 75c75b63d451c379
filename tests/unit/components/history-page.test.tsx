// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HistoryPage, type HistoryPageProps } from '../../../components/history-page.tsx';
import { BUYERS, makeSummaries } from '../../fixtures/case-summaries.ts';
import { makeView, mixedCase } from '../../fixtures/case-view.ts';
import { makeNewCheck } from '../../fixtures/new-check.ts';
import { noTaughtSites } from '../../fixtures/taught-sites.ts';
import { show, stubBitmaps } from './render.tsx';

function makeProps(changed: Partial<HistoryPageProps> = {}): HistoryPageProps {
  return {
    language: 'zh-CN',
    cases: makeSummaries(24),
    buyers: BUYERS,
    opened: null,
    newCheck: makeNewCheck(),
    queue: { queue: null, onChange: vi.fn() },
    onOpenCase: vi.fn(),
    onCopy: vi.fn(),
    onReview: vi.fn(),
    onDelete: vi.fn(),
    onLanguage: vi.fn(),
    taughtSites: noTaughtSites(),
    ...changed,
  };
}

const rowCount = (container: HTMLElement): number => container.querySelectorAll('tbody tr').length;

beforeEach(() => {
  stubBitmaps();
});

describe('the list of claims', () => {
  it('opens a claim', () => {
    const props = makeProps();
    const { screen } = show(<HistoryPage {...props} />);
    fireEvent.click(screen.getByRole('button', { name: '261100-468013579246800' }));
    expect(props.onOpenCase).toHaveBeenCalledWith('case-0');
  });

  it('is narrowed by verdict, platform and search, and says how many are left', () => {
    const { screen, container } = show(<HistoryPage {...makeProps()} />);
    fireEvent.change(screen.getByRole('combobox', { name: '结论' }), { target: { value: 'proof' } });
    expect(rowCount(container)).toBe(4);
    expect(screen.getByRole('status').textContent).toBe('共 4 笔');
    fireEvent.change(screen.getByRole('combobox', { name: '平台' }), { target: { value: 'douyin' } });
    expect(rowCount(container)).toBe(2);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '没有这样的' } });
    expect(screen.getByText('没有符合条件的售后单')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '清除条件' }));
    expect(rowCount(container)).toBe(24);
  });

  it('draws a long history in parts', () => {
    const { screen, container } = show(<HistoryPage {...makeProps({ cases: makeSummaries(250) })} />);
    expect(rowCount(container)).toBe(100);
    fireEvent.click(screen.getByRole('button', { name: '再显示 100 笔' }));
    fireEvent.click(screen.getByRole('button', { name: '再显示 50 笔' }));
    expect(rowCount(container)).toBe(250);
    expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
  });

  it('masks buyers', () => {
    const { container } = show(<HistoryPage {...makeProps()} />);
    expect(container.textContent).not.toContain('晴天小雨点');
  });

  it('says what to do when it is empty', () => {
    const { screen } = show(<HistoryPage {...makeProps({ cases: [] })} />);
    expect(screen.getByText(/在售后详情页点“分析”/)).toBeTruthy();
  });
});

describe('the list of buyers', () => {
  it('has only buyers with several claims, in neutral words, and leads to their claims', () => {
    const { screen, container } = show(<HistoryPage {...makeProps()} />);
    fireEvent.click(screen.getByRole('button', { name: '买家' }));
    expect(rowCount(container)).toBe(2);
    expect(container.textContent).not.toContain('王');
    expect(screen.getByText(/次数多不代表有问题/)).toBeTruthy();
    const [first] = screen.getAllByRole('button', { name: '看这位买家的售后单' });
    fireEvent.click(first as HTMLElement);
    expect(screen.getByRole('status').textContent).toBe('共 6 笔');
  });
});

describe('an open claim', () => {
  it('shows everything at once and goes back', () => {
    const props = makeProps({ opened: mixedCase() });
    const { screen, container } = show(<HistoryPage {...props} />);
    expect(container.querySelectorAll('[data-picture-index]')).toHaveLength(5);
    expect(screen.getByRole('link', { name: '打开原页面' }).getAttribute('href')).toMatch(/^https:/);
    fireEvent.click(screen.getByRole('button', { name: '返回列表' }));
    expect(props.onOpenCase).toHaveBeenCalledWith(null);
  });

  it('does not link to an address that is no web page', () => {
    const view = makeView([]);
    const claim = { ...view.claim, pageUrl: 'javascript:alert(1)' };
    const { screen } = show(<HistoryPage {...makeProps({ opened: { ...view, claim } })} />);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is deleted only after a second click', () => {
    const props = makeProps({ opened: mixedCase() });
    const { screen } = show(<HistoryPage {...props} />);
    fireEvent.click(screen.getByRole('button', { name: '删除这一单' }));
    expect(props.onDelete).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '确认删除' }));
    expect(props.onDelete).toHaveBeenCalledWith('pinduoduo:9812736450012');
  });

  it('says when the history no longer has it', () => {
    const { screen } = show(<HistoryPage {...makeProps({ opened: 'gone' })} />);
    expect(screen.getByText('这一单已经不在历史里了')).toBeTruthy();
  });
});
