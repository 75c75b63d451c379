// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { BackupSection, type BackupState } from '../../../../components/data/backup-section.tsx';
import { DeletionSection } from '../../../../components/data/deletion-section.tsx';
import { ExchangeSection } from '../../../../components/data/exchange-section.tsx';
import { RetentionSection } from '../../../../components/data/retention-section.tsx';
import { StorageSection } from '../../../../components/data/storage-section.tsx';
import type { LogEntry } from '../../../../utils/cases/log.ts';
import { showPart } from '../render.tsx';

describe('a backup', () => {
  const showBackup = (state: BackupState = { state: 'idle' }) => {
    const events = { onBackUp: vi.fn(), onRestore: vi.fn() };
    return { ...showPart(<BackupSection state={state} minPassphraseLength={10} {...events} />), ...events };
  };

  it('is made when a long enough passphrase was typed twice', () => {
    const { screen, onBackUp } = showBackup();
    const make = screen.getByRole('button', { name: '备份到文件' }) as HTMLButtonElement;
    const type = (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type(/^备份密码/, '短');
    type(/^再输一次/, '短');
    expect(make.disabled).toBe(true);
    type(/^备份密码/, '一二三四五六七八九十');
    expect(make.disabled).toBe(true);
    expect(screen.getByText(/两次输入不一样/)).toBeTruthy();
    type(/^再输一次/, '一二三四五六七八九十');
    fireEvent.click(make);
    expect(onBackUp).toHaveBeenCalledWith('一二三四五六七八九十');
  });

  it.each([
    'backup-not-one',
    'backup-newer',
    'backup-wrong-passphrase',
    'backup-truncated',
    'backup-tampered',
    'quota',
  ])('that ended with %s says what to do', (reason) => {
    const { screen } = showBackup({ state: 'failed', problem: { reason } });
    const alert = screen.getByRole('alert');
    expect(alert.querySelector('strong')?.textContent).not.toContain(reason);
    expect(alert.querySelector('p')?.textContent).not.toBe('');
  });

  it('cannot be begun twice', () => {
    const { screen } = showBackup({ state: 'working', work: 'restore', doneFraction: 0.4 });
    expect(screen.getByRole('progressbar', { name: '正在恢复' })).toBeTruthy();
    expect(screen.getAllByRole('button').every((button) => (button as HTMLButtonElement).disabled)).toBe(true);
  });
});

describe('deleting everything', () => {
  const entry: LogEntry = {
    sequence: 1,
    at: '2026-11-21T00:00:00.000Z',
    action: 'delete-buyer',
    params: { count: 3 },
    previousHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  };

  it('takes a second click that says how much goes', () => {
    const onDeleteAll = vi.fn();
    const { screen } = showPart(
      <DeletionSection caseCount={1234} entries={[entry]} brokenAt={null} onDeleteAll={onDeleteAll} />,
    );
    fireEvent.click(screen.getByRole('button', { name: '删除全部售后' }));
    expect(screen.getByText(/1,234 笔/)).toBeTruthy();
    expect(onDeleteAll).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '确认删除' }));
    expect(onDeleteAll).toHaveBeenCalledOnce();
  });

  it('is logged, and a log that was changed says so', () => {
    const { screen } = showPart(<DeletionSection caseCount={0} entries={[entry]} brokenAt={1} onDeleteAll={vi.fn()} />);
    expect(screen.getByRole('list').textContent).toContain('删除了一位买家的 3 笔售后');
    expect(screen.getByText(/被改动过/)).toBeTruthy();
  });
});

describe('the retention period', () => {
  it('is chosen, and says what goes next', () => {
    const onRetention = vi.fn();
    const { screen } = showPart(<RetentionSection retentionDays={180} expiredCount={7} onRetention={onRetention} />);
    expect(screen.getByRole('status').textContent).toContain('7 笔');
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '365' } });
    expect(onRetention).toHaveBeenLastCalledWith(365);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '' } });
    expect(onRetention).toHaveBeenLastCalledWith(null);
  });
});

describe('storage', () => {
  it('warns before it is full, and says when the browser would not promise to keep it', () => {
    const onPersist = vi.fn();
    const { screen } = showPart(
      <StorageSection isPersisted={false} wasRefused usedBytes={95e9} quotaBytes={100e9} onPersist={onPersist} />,
    );
    expect(screen.getByText(/空间快满了/)).toBeTruthy();
    expect(screen.getByText(/浏览器没有答应/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '请浏览器保留' }));
    expect(onPersist).toHaveBeenCalledOnce();
  });
});

describe('another shop’s list', () => {
  it('is taken only after the seller has seen whose it is', () => {
    const onAnswer = vi.fn();
    const { screen } = showPart(
      <ExchangeSection
        shop=""
        ownKey=""
        sources={[]}
        offered={{ sourceKey: 'ab12'.repeat(16), shop: '北山陶器店', count: 40 }}
        sharedCount={null}
        problem={null}
        onShare={vi.fn()}
        onOffer={vi.fn()}
        onAnswer={onAnswer}
        onDeleteSource={vi.fn()}
      />,
    );
    expect(screen.getByText(/北山陶器店/).textContent).toContain('40 条');
    expect(screen.getByText('ab12 ab12 ab12 ab12')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '导入' }));
    expect(onAnswer).toHaveBeenCalledWith(true);
  });
});
