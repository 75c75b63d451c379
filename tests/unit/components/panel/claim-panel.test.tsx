// @vitest-environment happy-dom
import { act, cleanup, fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ClaimPanel, type ClaimPanelProps } from '../../../../components/panel/claim-panel.tsx';
import { makeClaim, makePicture, makeView, mixedCase, runningCase, stressCase } from '../../../fixtures/case-view.ts';
import { show, stubBitmaps } from '../render.tsx';

function makeProps(changed: Partial<ClaimPanelProps> = {}): ClaimPanelProps {
  return {
    view: null,
    claim: makeClaim(),
    language: 'zh-CN',
    onAnalyse: vi.fn(),
    onCancel: vi.fn(),
    onCopy: vi.fn(),
    onReview: vi.fn(),
    onOpenHistory: vi.fn(),
    onSwitchLanguage: vi.fn(),
    ...changed,
  };
}

beforeEach(() => {
  stubBitmaps();
});

describe('before the first analysis', () => {
  it('shows the claim, starts on a click, and has nothing to copy', () => {
    const props = makeProps();
    const { screen, container } = show(<ClaimPanel {...props} />);
    expect(container.querySelector('[data-status="idle"]')).not.toBeNull();
    expect(screen.getByText('261102-468013579246801')).toBeTruthy();
    expect(screen.getByText('¥39.90')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '复制回复' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '分析' }));
    expect(props.onAnalyse).toHaveBeenCalledOnce();
  });

  it('offers the page’s structure where a field was not found, and only there', async () => {
    const onCopySkeleton = vi.fn(async () => undefined);
    const claim = { ...makeClaim(), missing: ['returnTracking'] as const };
    const { screen } = show(<ClaimPanel {...makeProps({ claim, onCopySkeleton })} />);
    fireEvent.click(screen.getByText('复制页面结构'));
    await act(async () => undefined);
    expect(onCopySkeleton).toHaveBeenCalledOnce();
    expect(screen.getByText(/已复制。里面只有页面的结构/)).toBeTruthy();
    const complete = show(<ClaimPanel {...makeProps({ claim: { ...claim, missing: [] }, onCopySkeleton })} />);
    expect(complete.container.textContent).not.toContain('复制页面结构');
  });

  it('offers further pictures above the verdict only while the comparison lacks a listing picture', () => {
    const isAbove = (view: ClaimPanelProps['view']) => {
      const { screen, container } = show(<ClaimPanel {...makeProps({ view, onAddEvidence: vi.fn() })} />);
      const verdict = container.querySelector('.verdict-summary') as Element;
      const offer = screen.getByText('补充买家图片');
      return (offer.compareDocumentPosition(verdict) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    };
    const view = mixedCase();
    expect(view.listing.length).toBeGreaterThan(0);
    expect(isAbove(view)).toBe(false);
    cleanup();
    expect(isAbove({ ...view, listing: [] })).toBe(true);
  });

  it('masks the buyer', () => {
    const { container } = show(<ClaimPanel {...makeProps()} />);
    expect(container.textContent).toContain('晴**点');
    expect(container.textContent).not.toContain('晴天小雨点');
  });

  it('says which fields the page lacked', () => {
    const claim = makeClaim({ missing: ['dispatchTime', 'product'] });
    const { screen } = show(<ClaimPanel {...makeProps({ claim })} />);
    expect(screen.getByText('页面上没读到：发货时间、商品')).toBeTruthy();
  });

  it('cannot start without a picture, and says why', () => {
    const { screen } = show(<ClaimPanel {...makeProps({ claim: makeClaim({ evidence: [] }) })} />);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '分析' }).disabled).toBe(true);
    expect(screen.getByText(/没有找到买家的凭证图片/)).toBeTruthy();
  });

  it('says what stops the whole claim and what to do', () => {
    const { screen } = show(<ClaimPanel {...makeProps({ problem: { reason: 'no-permission' } })} />);
    expect(screen.getByText('没有读取这个图片服务器的权限')).toBeTruthy();
    expect(screen.getByText(/点“启用”/)).toBeTruthy();
  });
});

describe('while it runs', () => {
  it('shows how far it is, can be cancelled, gives no verdict and nothing to copy yet', () => {
    const props = makeProps({ view: runningCase() });
    const { screen, container } = show(<ClaimPanel {...props} />);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(6);
    expect(screen.getByText('正在检查，3 张图片里已完成 1 张').getAttribute('role')).toBe('status');
    expect(screen.queryByText('整单结论')).toBeNull();
    expect(screen.queryByRole('button', { name: '复制回复' })).toBeNull();
    expect(container.querySelectorAll('[data-picture-index]')).toHaveLength(3);
    expect(container.querySelector('[data-picture-index="1"]')?.textContent).not.toContain('未发现');
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(props.onCancel).toHaveBeenCalledOnce();
  });

  it('decodes a preview once, however often the case is read again', async () => {
    const { decode } = stubBitmaps();
    const props = makeProps({ view: runningCase() });
    const { rerender } = show(<ClaimPanel {...props} />);
    await act(async () => undefined);
    const decodedCount = decode.mock.calls.length;
    const readAgain = structuredClone(props.view);
    rerender(<ClaimPanel {...props} view={readAgain} />);
    await act(async () => undefined);
    expect(decodedCount).toBeGreaterThan(0);
    expect(decode).toHaveBeenCalledTimes(decodedCount);
  });
});

describe('when it is done', () => {
  it('gives the verdict in both languages and announces it', () => {
    const { screen, container } = show(<ClaimPanel {...makeProps({ view: mixedCase() })} />);
    const summary = screen.getByRole('region', { name: '整单结论' });
    expect(summary.textContent).toContain('铁证');
    expect(summary.textContent).toContain('Proof');
    expect(screen.getByText('检查完成，结论：铁证').getAttribute('role')).toBe('status');
    const verdicts = [...container.querySelectorAll<HTMLElement>('[data-picture-index]')].map(
      ({ dataset }) => dataset.verdict,
    );
    expect(verdicts).toEqual(['strong', 'note', 'proof', 'cannot-judge', 'none']);
  });

  it('leads to the change that waits for the seller', () => {
    const { screen } = show(<ClaimPanel {...makeProps({ view: mixedCase() })} />);
    fireEvent.click(screen.getByRole('button', { name: '去确认' }));
    expect(document.activeElement?.textContent).toContain('是不是买家画的箭头、文字或马赛克');
  });

  it('never calls a case without findings genuine', () => {
    const { container } = show(<ClaimPanel {...makeProps({ view: makeView([makePicture(0)]) })} />);
    expect(container.textContent).toContain('未发现');
    expect(container.textContent).toContain('没有发现，不等于图片一定真实');
  });

  it('goes on with the other pictures when one cannot be rendered', () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const broken = makePicture(0, {
      findings: [{ check: 'x', kind: 'no-such-kind', grade: 'clue', params: {}, review: null }],
    });
    // The reply needs the same missing text, so the finding is one that is not told.
    const view = makeView([
      { ...broken, findings: broken.findings.map((finding) => ({ ...finding, grade: 'note' })) },
      makePicture(1),
    ]);
    const { screen } = show(<ClaimPanel {...makeProps({ view })} />);
    expect(screen.getByText(/这张图片的结果显示不出来/)).toBeTruthy();
    expect(screen.getByText(/finding\.no-such-kind\.title/)).toBeTruthy();
    expect(screen.getByText('图 2')).toBeTruthy();
    logged.mockRestore();
  });

  it('says that a run was cancelled or interrupted', () => {
    const { screen, rerender } = show(
      <ClaimPanel {...makeProps({ view: { ...runningCase(), status: 'cancelled' } })} />,
    );
    expect(screen.getByText(/检查已取消，下面只有/)).toBeTruthy();
    rerender(<ClaimPanel {...makeProps({ view: { ...runningCase(), status: 'interrupted' } })} />);
    expect(screen.getByText(/上次检查中断了/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新分析' })).toBeTruthy();
  });
});

it('gives the page its room back and keeps the verdict in view', () => {
  const { screen } = show(<ClaimPanel {...makeProps({ view: mixedCase() })} />);
  fireEvent.click(screen.getByRole('button', { name: '收起' }));
  expect(screen.queryByText('逐张结果')).toBeNull();
  expect(screen.getByText('铁证')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '展开' }));
  expect(screen.getByText('逐张结果')).toBeTruthy();
});

it('speaks the other language on request', () => {
  const props = makeProps({ view: mixedCase() });
  const { screen, rerender } = show(<ClaimPanel {...props} />);
  fireEvent.click(screen.getByRole('button', { name: 'English' }));
  expect(props.onSwitchLanguage).toHaveBeenCalledOnce();
  rerender(<ClaimPanel {...props} language="en" />);
  expect(screen.getByRole('button', { name: 'Copy reply' })).toBeTruthy();
});

it('keeps keys from the page', () => {
  const { screen, container } = show(<ClaimPanel {...makeProps()} />);
  const onPage = vi.fn();
  document.addEventListener('keydown', onPage);
  fireEvent.keyDown(screen.getByRole('button', { name: '分析' }), { key: 's' });
  expect(onPage).not.toHaveBeenCalled();
  fireEvent.keyDown(container.ownerDocument.body, { key: 's' });
  expect(onPage).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', onPage);
});

it('shows text of the page as text, shortened and without direction marks', () => {
  const { container } = show(<ClaimPanel {...makeProps({ view: stressCase(), claim: stressCase().claim })} />);
  expect(container.querySelector('script')).toBeNull();
  expect(container.textContent).not.toContain('\u202e');
  expect(container.querySelectorAll('[data-picture-index]')).toHaveLength(40);
});
