import { useCallback, useEffect, useState } from 'react';
import { DeletionSection } from '../../components/data/deletion-section.tsx';
import { RetentionSection } from '../../components/data/retention-section.tsx';
import { StorageSection } from '../../components/data/storage-section.tsx';
import { historyDatabase } from '../../utils/cases/database.ts';
import { countExpired, deleteAll } from '../../utils/cases/delete-cases.ts';
import { readLog } from '../../utils/cases/log.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readSettings, writeSettings } from '../../utils/settings/settings.ts';
import { BackupPart } from './backup-part.tsx';
import { ExchangePart } from './exchange-part.tsx';

interface DataTabProps {
  readonly caseCount: number;
  /** Makes a change of many cases, and has everybody read again. */
  readonly changeHistory: (change: () => Promise<unknown>) => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}

interface StoredData {
  readonly retentionDays: number | null;
  readonly expiredCount: number;
  readonly log: Awaited<ReturnType<typeof readLog>>;
  readonly isPersisted: boolean;
  readonly estimate: StorageEstimate;
}

/** What is stored, for how long, and how it leaves and comes back. */
export function DataTab({ caseCount, changeHistory, onProblem }: DataTabProps) {
  const [data, setData] = useState<StoredData | null>(null);
  const [wasRefused, setRefused] = useState(false);
  const read = useCallback(() => readStoredData().then(setData, onProblem), [onProblem]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the list may change what is shown here
  useEffect(() => void read(), [read, caseCount]);
  if (!data) return null;
  const change = (work: () => Promise<unknown>) => void changeHistory(work).then(read, onProblem);
  return (
    <>
      <BackupPart onRestored={() => changeHistory(read)} />
      <RetentionSection
        retentionDays={data.retentionDays}
        expiredCount={data.expiredCount}
        onRetention={(retentionDays) => void writeSettings({ retentionDays }).then(read, onProblem)}
      />
      <StorageSection
        isPersisted={data.isPersisted}
        wasRefused={wasRefused}
        usedBytes={data.estimate.usage ?? null}
        quotaBytes={data.estimate.quota ?? null}
        onPersist={() =>
          void navigator.storage.persist().then((isPersisted) => {
            setRefused(!isPersisted);
            return read();
          }, onProblem)
        }
      />
      <DeletionSection
        caseCount={caseCount}
        entries={data.log.entries}
        brokenAt={data.log.brokenAt}
        onDeleteAll={() =>
          change(async () => {
            // A queue would write claims anew, and keeps their numbers.
            await sendMessage('queue.change', { to: 'cancelled' });
            await deleteAll(await historyDatabase(), new Date().toISOString());
          })
        }
      />
      <ExchangePart onChanged={() => changeHistory(read)} />
    </>
  );
}

async function readStoredData(): Promise<StoredData> {
  const database = await historyDatabase();
  const { retentionDays } = await readSettings();
  return {
    retentionDays,
    expiredCount: retentionDays === null ? 0 : await countExpired(database, retentionDays, new Date().toISOString()),
    log: await readLog(database),
    isPersisted: await navigator.storage.persisted(),
    estimate: await navigator.storage.estimate(),
  };
}
