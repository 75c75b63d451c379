import { BackupSection } from '../../../components/data/backup-section.tsx';
import { DeletionSection } from '../../../components/data/deletion-section.tsx';
import { ExchangeSection } from '../../../components/data/exchange-section.tsx';
import { RetentionSection } from '../../../components/data/retention-section.tsx';
import { StorageSection } from '../../../components/data/storage-section.tsx';
import type { LogEntry } from '../../../utils/cases/log.ts';

const doNothing = (): void => undefined;
const KEY = 'ab12cd34ef567890'.repeat(4);
const LOG: readonly LogEntry[] = (['delete-case', 'delete-expired', 'import-fingerprints'] as const).map(
  (action, index) => ({
    sequence: index + 1,
    at: `2026-11-${10 + index}T03:00:00.000Z`,
    action,
    params: { count: 1 + index * 40, ...(action === 'import-fingerprints' ? { shop: '北山陶器店' } : {}) },
    previousHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  }),
);

/** The sections for data and privacy, each in a state that says much. */
export function SampleSections() {
  return (
    <>
      <BackupSection
        state={{ state: 'failed', problem: { reason: 'backup-truncated' } }}
        minPassphraseLength={10}
        onBackUp={doNothing}
        onRestore={doNothing}
      />
      <RetentionSection retentionDays={180} expiredCount={12} onRetention={doNothing} />
      <StorageSection isPersisted={false} wasRefused usedBytes={95e9} quotaBytes={100e9} onPersist={doNothing} />
      <DeletionSection caseCount={1234} entries={LOG} brokenAt={2} onDeleteAll={doNothing} />
      <ExchangeSection
        shop="青屿陶社"
        ownKey={KEY}
        sources={[{ sourceKey: KEY, shop: '北山陶器店', count: 40, importedAt: '2026-11-12T03:00:00.000Z' }]}
        offered={{ sourceKey: KEY, shop: '南山店', count: 3 }}
        sharedCount={7}
        problem={{ reason: 'exchange-signature' }}
        onShare={doNothing}
        onOffer={doNothing}
        onAnswer={doNothing}
        onDeleteSource={doNothing}
      />
    </>
  );
}
