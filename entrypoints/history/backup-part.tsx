import { useState } from 'react';
import { browser } from 'wxt/browser';
import { BackupSection, type BackupState } from '../../components/data/backup-section.tsx';
import { MIN_PASSPHRASE_LENGTH } from '../../utils/backup/backup-key.ts';
import { restoreBackup } from '../../utils/backup/restore-backup.ts';
import { withRestoreLock } from '../../utils/backup/restore-lock.ts';
import { writeBackup } from '../../utils/backup/write-backup.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { historyProblemOf } from '../../utils/cases/history-problem.ts';
import { UNFINISHED_QUEUE_KEY } from '../../utils/engine/queue/queue-store.ts';
import { registerContentScript } from '../../utils/engine/register-content-script.ts';
import { writeSettings } from '../../utils/settings/settings.ts';
import { settingsToRestore } from '../../utils/settings/settings-to-restore.ts';
import { openSink } from './open-sink.ts';

/** Backup and restore, with what they read and write. */
export function BackupPart({ onRestored }: { readonly onRestored: () => Promise<void> }) {
  const [state, setState] = useState<BackupState>({ state: 'idle' });
  const fail = (error: unknown): void => setState({ state: 'failed', problem: historyProblemOf(error) });
  const working = (work: 'backup' | 'restore') => (done: number, total: number) =>
    setState({ state: 'working', work, doneFraction: done / total });

  const backUp = async (passphrase: string): Promise<void> => {
    const now = new Date().toISOString();
    const target = await openSink(`refund-lens-${now.slice(0, 10)}.rlbackup`);
    if (!target) return;
    try {
      // What was about to be checked in this browser is no setting.
      const { [UNFINISHED_QUEUE_KEY]: _, ...localSettings } = await browser.storage.local.get(null);
      const source = { database: await historyDatabase(), localSettings };
      const caseCount = await writeBackup(source, passphrase, target.write, now, working('backup'));
      await target.close();
      setState({ state: 'backed-up', caseCount });
    } catch (error) {
      await target.abort();
      throw error;
    }
  };

  const restore = async (file: File, passphrase: string): Promise<void> => {
    const database = await historyDatabase();
    const answer = await withRestoreLock(() =>
      restoreBackup(database, file, passphrase, new Date().toISOString(), working('restore')),
    );
    if (answer.status === 'refused') {
      setState({ state: 'failed', problem: { reason: answer.reason } });
      return;
    }
    await restoreLocalSettings(answer.localSettings);
    // Sites that were taught there have their card here from now on, where they are permitted.
    await registerContentScript();
    setState({ state: 'restored', addedCount: answer.addedCount, keptCount: answer.keptCount });
    await onRestored();
  };

  return (
    <BackupSection
      state={state}
      minPassphraseLength={MIN_PASSPHRASE_LENGTH}
      onBackUp={(passphrase) => void backUp(passphrase).catch(fail)}
      onRestore={(file, passphrase) => void restore(file, passphrase).catch(fail)}
    />
  );
}

async function restoreLocalSettings(backedUp: Readonly<Record<string, unknown>>): Promise<void> {
  await writeSettings(settingsToRestore(await browser.storage.local.get(null), backedUp));
}
