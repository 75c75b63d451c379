// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { TeachOffer } from '../../../../components/panel/teach-offer.tsx';
import { makeClaim } from '../../../fixtures/case-view.ts';
import { showPart } from '../render.tsx';

it('names the fields that the page lacked and can be pointed at, and begins with those', () => {
  const onTeach = vi.fn();
  const { screen, container } = showPart(
    <TeachOffer claim={makeClaim({ missing: ['amount', 'returnTracking', 'buyer'] })} taught={[]} onTeach={onTeach} />,
  );
  expect(container.textContent).toContain('没读到：退款金额、买家');
  expect(container.textContent).not.toContain('退货单号');
  fireEvent.click(screen.getByRole('button', { name: '指给它看' }));
  expect(onTeach).toHaveBeenCalledWith(['amount', 'buyer']);
});

it('offers to correct a reading that lacks nothing', () => {
  const onTeach = vi.fn();
  const { screen } = showPart(<TeachOffer claim={makeClaim({ missing: [] })} taught={['amount']} onTeach={onTeach} />);
  fireEvent.click(screen.getByRole('button', { name: '读错了？指给它看' }));
  expect(onTeach).toHaveBeenCalledWith([]);
});

it('says that what was taught is not where it was', () => {
  const claim = makeClaim({ missing: ['orderId', 'buyer'] });
  const { container } = showPart(<TeachOffer claim={claim} taught={['orderId', 'reason']} onTeach={vi.fn()} />);
  expect(container.textContent).toContain('没读到：订单编号、买家');
  expect(container.textContent).toMatch(/教过的订单编号，这一页上找不到/);
});
