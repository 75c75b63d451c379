// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { QueueView } from '../../../../components/queue/queue-view.tsx';
import { type ClaimQueue, newQueue } from '../../../../utils/claims/claim-queue.ts';
import { makeSummaries } from '../../../fixtures/case-summaries.ts';
import { showPart } from '../render.tsx';

const claims = [1, 2, 3].map((number) => ({ claimId: `c${number}`, orderId: `o${number}`, link: null }));
const fresh = newQueue('pinduoduo', 'https://shop/list', claims, 0);
const [first, second, third] = fresh.rows as [ClaimQueue['rows'][0], ClaimQueue['rows'][0], ClaimQueue['rows'][0]];
const [proof] = makeSummaries(1) as [ReturnType<typeof makeSummaries>[0]];
const queue: ClaimQueue = {
  ...fresh,
  rows: [
    { ...first, state: 'done', caseId: proof?.caseId ?? '' },
    { ...second, state: 'problem', problem: { reason: 'claim-without-link' } },
    third,
  ],
};
const show = (shown: ClaimQueue | null, onChange = vi.fn(), onOpenCase = vi.fn()) =>
  showPart(<QueueView queue={shown} cases={makeSummaries(1)} onChange={onChange} onOpenCase={onOpenCase} />);

describe('the queue', () => {
  it('says how far it is, what was found, and what could not be done', () => {
    const { screen } = show(queue);
    expect(screen.getByRole('status').textContent).toBe('正在逐单检查，已完成 2 / 3。 其中 1 笔没有检查成，原因见下。');
    expect(screen.getByRole('row', { name: /o1/ }).textContent).toContain('铁证');
    expect(screen.getByRole('row', { name: /o2/ }).textContent).toContain('没有这一单的详情页地址');
    expect(screen.getByRole('row', { name: /o3/ }).textContent).toContain('等待');
  });

  it('pauses, goes on, is cancelled, and opens a claim that is done', () => {
    const [onChange, onOpenCase] = [vi.fn(), vi.fn()];
    const running = show(queue, onChange, onOpenCase);
    fireEvent.click(running.screen.getByRole('button', { name: '暂停' }));
    fireEvent.click(running.screen.getByRole('button', { name: '取消' }));
    fireEvent.click(running.screen.getByRole('button', { name: 'o1' }));
    running.unmount();
    fireEvent.click(show({ ...queue, status: 'paused' }, onChange).screen.getByRole('button', { name: '继续' }));
    expect(onChange.mock.calls).toEqual([['paused'], ['cancelled'], ['running']]);
    expect(onOpenCase).toHaveBeenCalledWith(proof?.caseId);
  });

  it('has no brakes when it has come to its end, and a word when there is none', () => {
    const ended = show({ ...queue, status: 'done' });
    expect(ended.screen.queryByRole('button', { name: '暂停' })).toBeNull();
    ended.unmount();
    expect(show(null).screen.getByText('没有批量检查')).toBeTruthy();
  });
});
