// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HistoryPage, type HistoryPageProps } from '../../../../components/history/history-page.tsx';
import type { CaseSummary } from '../../../../utils/cases/case-view.ts';
import { makeSummaries, NOW_MS } from '../../../fixtures/case-summaries.ts';
import { makeView, mixedCase } from '../../../fixtures/case-view.ts';
import { makeNewCheck } from '../../../fixtures/new-check.ts';
import { show, stubBitmaps } from '../render.tsx';

function makeProps(changed: Partial<HistoryPageProps> = {}): HistoryPageProps {
  return {
    language: 'zh-CN',
    cases: makeSummaries(24),
    isComplete: true,
    problem: null,
    nowMs: NOW_MS,
    onHandling: vi.fn(),
    onDeleteBuyer: vi.fn(),
    dataSections: null,
    opened: null,
    newCheck: makeNewCheck(),
    queue: { queue: null, onChange: vi.fn() },
    onOpenCase: vi.fn(),
    onCopy: vi.fn(),
    onReview: vi.fn(),
    onDelete: vi.fn(),
    onSwitchLanguage: vi.fn(),
    ...changed,
  };
}

const rowCount = (container: HTMLElement): number => container.querySelectorAll('tbody tr:not(.case-spacer)').length;
const listLength = (container: HTMLElement): number =>
  Number(container.querySelector('table')?.getAttribute('aria-rowcount')) - 1;

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

  it('has the focus again on the row whose claim was open, which had it meanwhile', () => {
    const props = makeProps();
    const view = { ...makeView([]), caseId: 'case-2' };
    const { container, rerender } = show(<HistoryPage {...props} opened={view} />);
    expect(document.activeElement).toBe(container.querySelector('.case-detail'));
    rerender(<HistoryPage {...props} />);
    expect(document.activeElement?.closest('tr')?.dataset.row).toBe('2');
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
    expect(listLength(container)).toBe(24);
  });

  it('draws only the rows in sight of a long history, and says how many there are', () => {
    const { container } = show(<HistoryPage {...makeProps({ cases: makeSummaries(5000) })} />);
    expect(listLength(container)).toBe(5000);
    expect(rowCount(container)).toBeGreaterThan(5);
    expect(rowCount(container)).toBeLessThan(60);
  });

  it('is walked with the arrows, and the Tab key reaches one row', () => {
    const { container } = show(<HistoryPage {...makeProps()} />);
    const stops = () => [...container.querySelectorAll('[data-row] button[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    fireEvent.keyDown(stops()[0] as Element, { key: 'ArrowDown' });
    fireEvent.keyDown(stops()[0] as Element, { key: 'ArrowDown' });
    expect(stops().map((stop) => stop.closest('tr')?.dataset.row)).toEqual(['2']);
    expect(document.activeElement).toBe(stops()[0]);
  });

  it('is narrowed by outcome, deadline, amount and day', () => {
    const { screen } = show(<HistoryPage {...makeProps()} />);
    const count = () => screen.getByRole('status').textContent;
    const set = (role: 'combobox' | 'spinbutton', name: string, value: string) =>
      fireEvent.change(screen.getByRole(role, { name }), { target: { value } });
    set('combobox', '处理结果', 'open');
    expect(count()).toBe('共 8 笔');
    set('combobox', '处理期限', 'day');
    expect(count()).toBe('共 5 笔');
    set('combobox', '处理期限', 'past');
    expect(count()).toBe('共 1 笔');
    set('combobox', '处理期限', '');
    set('spinbutton', '最低金额', '100');
    set('spinbutton', '最高金额', '200');
    expect(count()).toBe('共 4 笔');
    fireEvent.change(screen.getByLabelText('从这天起'), { target: { value: '2026-11-17' } });
    expect(count()).toBe('共 0 笔');
  });

  it('says that older claims are still being read instead of that there are none', () => {
    const { screen } = show(<HistoryPage {...makeProps({ isComplete: false })} />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '没有这样的' } });
    expect(screen.queryByText('没有符合条件的售后单')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('正在读取更早的');
  });

  it('gives no verdict of a claim that is still being checked', () => {
    const cases = makeSummaries(2).map(
      (summary, index): CaseSummary => ({ ...summary, status: index ? 'done' : 'running' }),
    );
    const { container } = show(<HistoryPage {...makeProps({ cases })} />);
    const first = (row: number) => container.querySelector(`[data-row="${row}"] td`);
    expect(first(0)?.textContent).toBe('检查中');
    expect(first(0)?.querySelector('[data-verdict-chip]')).toBeNull();
    expect(first(1)?.querySelector('[data-verdict-chip]')).not.toBeNull();
  });

  it('masks buyers', () => {
    const { container } = show(<HistoryPage {...makeProps()} />);
    expect(container.textContent).not.toContain('晴天小雨点');
    expect(container.textContent).toContain('晴**点');
  });

  it('shows names while the seller asks for them', () => {
    const { screen, container } = show(<HistoryPage {...makeProps()} />);
    fireEvent.click(screen.getByRole('checkbox', { name: '显示买家名' }));
    expect(container.textContent).toContain('晴天小雨点');
  });

  it('says what to do when it is empty', () => {
    const { screen } = show(<HistoryPage {...makeProps({ cases: [] })} />);
    expect(screen.getByText(/在售后详情页点“分析”/)).toBeTruthy();
  });
});

describe('buyers', () => {
  const openBuyers = (changed: Partial<HistoryPageProps> = {}) => {
    const props = makeProps(changed);
    const shown = show(<HistoryPage {...props} />);
    fireEvent.click(shown.screen.getByRole('tab', { name: '买家' }));
    return { ...shown, props };
  };

  it('are listed with two claims or more only, in neutral words', () => {
    const [first, ...others] = makeSummaries(24);
    const single = { ...(first as (typeof others)[number]), buyerKey: 'once', buyerName: '只来过一次' };
    const { screen, container } = openBuyers({ cases: [single, ...others] });
    expect(rowCount(container)).toBe(3);
    expect(container.textContent).not.toContain('只**次');
    expect(screen.getByText(/次数多不代表有问题/)).toBeTruthy();
  });

  it('are shown with their claims, amounts and verdicts, and lead to their claims', () => {
    const { screen, container } = openBuyers();
    fireEvent.click(screen.getAllByRole('button', { name: '晴**点' })[0] as HTMLElement);
    expect(container.querySelector('.facts')?.textContent).toContain('共 6 笔');
    expect(container.querySelectorAll('.buyer-claims li')).toHaveLength(6);
    expect(container.querySelector('.month-charts table')?.textContent).toContain('2026-11');
    fireEvent.click(screen.getByRole('button', { name: '看这位买家的售后单' }));
    expect(screen.getByRole('status').textContent).toBe('共 6 笔');
  });

  it('are deleted only after a second click', () => {
    const { screen, props } = openBuyers();
    fireEvent.click(screen.getAllByRole('button', { name: '晴**点' })[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '删除这位买家的全部记录' }));
    expect(props.onDeleteBuyer).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '确认删除' }));
    expect(props.onDeleteBuyer).toHaveBeenCalledWith('buyer-0');
  });
});

describe('the figures', () => {
  it('stand in tables too, and a rate says from how many', () => {
    const { screen, container } = show(<HistoryPage {...makeProps()} />);
    fireEvent.click(screen.getByRole('tab', { name: '统计' }));
    expect(container.querySelectorAll('svg.bar-chart[aria-hidden="true"]')).toHaveLength(2);
    expect(container.querySelector('.month-charts table')?.textContent).toContain('24');
    fireEvent.click(screen.getByRole('button', { name: '全棉四件套 1.8m 床' }));
    expect(screen.getByRole('status').textContent).toBe('共 8 笔');
  });

  it('are not made of one claim', () => {
    const { screen } = show(<HistoryPage {...makeProps({ cases: makeSummaries(1) })} />);
    fireEvent.click(screen.getByRole('tab', { name: '统计' }));
    expect(screen.getByText('还没有可统计的')).toBeTruthy();
  });

  it('leave the demo of the first steps out', () => {
    const [claim, other] = makeSummaries(2) as [CaseSummary, CaseSummary];
    const { screen } = show(<HistoryPage {...makeProps({ cases: [claim, { ...other, caseId: 'manual:demo' }] })} />);
    fireEvent.click(screen.getByRole('tab', { name: '统计' }));
    expect(screen.getByText('还没有可统计的')).toBeTruthy();
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

  it('takes the outcome at once and the notes when their box is left', () => {
    const props = makeProps({ opened: mixedCase() });
    const { screen } = show(<HistoryPage {...props} />);
    fireEvent.change(screen.getByRole('combobox', { name: '处理结果' }), { target: { value: 'won' } });
    expect(props.onHandling).toHaveBeenLastCalledWith('pinduoduo:9812736450012', { outcome: 'won' });
    const notes = screen.getByRole('textbox', { name: '备注' });
    fireEvent.change(notes, { target: { value: '平台支持了' } });
    expect(props.onHandling).toHaveBeenCalledTimes(1);
    fireEvent.blur(notes);
    expect(props.onHandling).toHaveBeenLastCalledWith('pinduoduo:9812736450012', { notes: '平台支持了' });
  });

  it('says when the history no longer has it', () => {
    const { screen } = show(<HistoryPage {...makeProps({ opened: 'gone' })} />);
    expect(screen.getByText('这一单已经不在历史里了')).toBeTruthy();
  });
});
