// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { HistoryPage } from '../../../../components/history/history-page.tsx';
import { TrustListSection, type TrustListSectionProps } from '../../../../components/settings/trust-list-section.tsx';
import { TRUST_LIST } from '../../../fixtures/trust-list.ts';
import { show, showPart } from '../render.tsx';

const NOTHING = { foundCount: 0, addedCount: 0, rejudgedCount: 0 };

function makeProps(changed: Partial<TrustListSectionProps> = {}): TrustListSectionProps {
  return {
    list: TRUST_LIST,
    onAdd: vi.fn(async () => ({ foundCount: 3, addedCount: 2, rejudgedCount: 1 })),
    onRemove: vi.fn(async () => NOTHING),
    onRestore: vi.fn(async () => NOTHING),
    ...changed,
  };
}

describe('the trust list', () => {
  it('shows every certificate with validity and fingerprint, and the date of the list', () => {
    const { container } = showPart(<TrustListSection {...makeProps()} />);
    expect(container.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(container.textContent).toContain('日期：2026-08-12');
    expect(container.textContent).toContain('2025-05-08至 2035-05-08');
    expect(container.textContent).toContain('3f8a'.repeat(16));
    expect(container.querySelector('tbody b')).toBeNull();
    expect(container.textContent).not.toContain('\u202E');
  });

  it('says that nobody is known where it is empty', () => {
    const list = { ...TRUST_LIST, certificates: [], removedCount: 0, bundledDate: null, importedAt: null };
    const { screen } = showPart(<TrustListSection {...makeProps({ list })} />);
    expect(screen.getByText(/所有签名者都显示“未核实”/)).toBeTruthy();
    expect(screen.getByText(/本版本没有附带名单/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /恢复/ })).toBeNull();
  });

  it('hands on a chosen file and says what came of it', async () => {
    const props = makeProps();
    const { screen, container } = showPart(<TrustListSection {...props} />);
    const file = new File(['-----BEGIN CERTIFICATE-----'], 'list.pem');
    fireEvent.change(container.querySelector('input[type=file]') as Element, { target: { files: [file] } });
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/加入了 2 张证书.*有 1 单/));
    expect(props.onAdd).toHaveBeenCalledWith(file);
  });

  it('hands on pasted text, and says where it holds no certificate', async () => {
    const props = makeProps({ onAdd: vi.fn(async () => NOTHING) });
    const { screen } = showPart(<TrustListSection {...props} />);
    const add = screen.getByRole('button', { name: '加入名单', hidden: true });
    expect((add as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { hidden: true }), { target: { value: 'not a list' } });
    fireEvent.click(add);
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/没有能用的证书/));
  });

  it('says where all of it is on the list already', async () => {
    const { screen, container } = showPart(
      <TrustListSection {...makeProps({ onAdd: vi.fn(async () => ({ ...NOTHING, foundCount: 5 })) })} />,
    );
    fireEvent.change(container.querySelector('input[type=file]') as Element, {
      target: { files: [new File([], 'a')] },
    });
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/都已经有了/));
  });

  it('removes the certificate that is meant, and brings removed ones back', () => {
    const props = makeProps();
    const { screen } = showPart(<TrustListSection {...props} />);
    fireEvent.click(screen.getByRole('button', { name: /移除 Camera Maker/ }));
    expect(props.onRemove).toHaveBeenCalledWith('3f8a'.repeat(16));
    fireEvent.click(screen.getByRole('button', { name: '恢复附带名单里移除的 3 张' }));
    expect(props.onRestore).toHaveBeenCalled();
  });

  it('stands in the history under the settings', () => {
    const nothing = vi.fn();
    const { screen } = show(
      <HistoryPage
        language="en"
        cases={[]}
        isComplete
        problem={null}
        nowMs={0}
        dataSections={null}
        onHandling={nothing}
        onDeleteBuyer={nothing}
        opened={null}
        onOpenCase={nothing}
        onCopy={nothing}
        onReview={nothing}
        onSwitchLanguage={nothing}
        settings={<TrustListSection {...makeProps()} />}
      />,
    );
    fireEvent.click(screen.getByRole('tab', { name: 'Settings' }));
    expect(screen.getByRole('heading', { name: 'Trusted signers (C2PA)' })).toBeTruthy();
  });
});
