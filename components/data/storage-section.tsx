import { formatBytes } from '../../utils/text/format-bytes.ts';
import { useText } from '../controls/text-context.ts';
import { DataSection } from './data-section.tsx';

/** Below this share of free room the seller is told before storage is full. */
const LOW_FREE_SHARE = 0.1;

interface StorageSectionProps {
  /** Whether the browser has promised not to clear the history by itself. */
  readonly isPersisted: boolean;
  /** The browser's answer to the last time that it was asked, null before. */
  readonly wasRefused: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly onPersist: () => void;
}

/** Where the history lies, how much room it has, and whether the browser may clear it. */
export function StorageSection({ isPersisted, wasRefused, usedBytes, quotaBytes, onPersist }: StorageSectionProps) {
  const text = useText();
  const isLow = usedBytes !== null && quotaBytes !== null && quotaBytes - usedBytes < quotaBytes * LOW_FREE_SHARE;
  return (
    <DataSection title={text.t('data.storage.title')}>
      <p className="muted">{text.t('data.storage.note')}</p>
      {usedBytes !== null && quotaBytes !== null && (
        <p>
          {text.t('data.storage.used', {
            used: formatBytes(usedBytes, text.language),
            quota: formatBytes(quotaBytes, text.language),
          })}
        </p>
      )}
      {isLow && <p className="claim-warning">{text.t('data.storage.low')}</p>}
      {isPersisted ? (
        <p role="status">{text.t('data.storage.persisted')}</p>
      ) : (
        <>
          <p>{text.t('data.storage.notPersisted')}</p>
          <button type="button" className="button" onClick={onPersist}>
            {text.t('data.storage.persist')}
          </button>
          {wasRefused && <p role="status">{text.t('data.storage.refused')}</p>}
        </>
      )}
    </DataSection>
  );
}
