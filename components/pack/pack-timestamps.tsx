import { useCallback, useEffect, useState } from 'react';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { FileButton } from '../controls/file-button.tsx';
import { useText } from '../controls/text-context.ts';

/** A pack that was made before, and the timestamp on it. */
export interface KnownPack {
  readonly rootHash: string;
  /** Null until an answer was imported. */
  readonly timestamp: { readonly statedAt: string; readonly authority: string } | null;
}

/** What came of an imported answer; the problems' texts are `pack.timestamp.<problem>`. */
export type TimestampImport =
  | { readonly ok: true; readonly isCertificateFit: boolean }
  | { readonly ok: false; readonly problem: string };

export interface PackTimestamp {
  /** The packs of a case, newest first. */
  readonly readPacks: (caseId: string) => Promise<readonly KnownPack[]>;
  /** Starts the download of a request for an authority. */
  readonly onRequest: (rootHash: string) => Promise<void>;
  readonly onImport: (caseId: string, answer: File) => Promise<TimestampImport>;
}

interface PackTimestampsProps {
  readonly timestamps: PackTimestamp;
  readonly caseId: string;
  /** Root hash of the pack that was just made; the list is read again when it changes. */
  readonly madeNow: string | null;
  readonly timeZone: string;
}

/** The newest pack's root hash, and the timestamp of an authority on it: asked for and imported as files. */
export function PackTimestamps({ timestamps, caseId, madeNow, timeZone }: PackTimestampsProps) {
  const text = useText();
  const [packs, setPacks] = useState<readonly KnownPack[]>([]);
  const [imported, setImported] = useState<TimestampImport | null>(null);
  const { readPacks } = timestamps;
  const read = useCallback(async () => setPacks(await readPacks(caseId)), [readPacks, caseId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pack made now is one more to list
  useEffect(() => {
    void read();
  }, [read, madeNow]);
  const [newest] = packs;
  if (!newest) return null;
  const stamped = packs.flatMap(({ timestamp }) => (timestamp ? [timestamp] : []));
  return (
    <details className="fold">
      <summary>{text.t('pack.timestamp')}</summary>
      <p className="muted">{text.t('pack.rootHash')}</p>
      <code className="hash">{newest.rootHash}</code>
      <p className="muted">{text.t('pack.timestampHow')}</p>
      <div className="button-row">
        <button type="button" className="button is-quiet" onClick={() => void timestamps.onRequest(newest.rootHash)}>
          {text.t('pack.timestampRequest')}
        </button>
        <FileButton
          label={text.t('pack.timestampImport')}
          accept=".tsr,application/timestamp-reply"
          isQuiet
          onFiles={([answer]) => answer && void timestamps.onImport(caseId, answer).then(setImported).then(read)}
        />
      </div>
      {imported && !imported.ok && (
        <p className="problem-line" role="alert">
          {text.t(`pack.timestamp.${imported.problem}`)}
        </p>
      )}
      {imported?.ok && !imported.isCertificateFit && <p className="claim-warning">{text.t('pack.timestampUnfit')}</p>}
      {stamped.map(({ statedAt, authority }) => (
        <p key={`${statedAt} ${authority}`}>
          {text.t('pack.timestampOn', {
            time: formatTime(statedAt, text.language, timeZone),
            authority: plainLine(authority, 120),
          })}
        </p>
      ))}
      {stamped.length > 0 && (
        <p className="muted">
          {text.t('pack.timestampUnknown')} {text.t('pack.timestampNext')}
        </p>
      )}
    </details>
  );
}
