import { useId, useState } from 'react';
import type { TrustList } from '../../utils/cases/trust-list.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { FileButton } from '../controls/file-button.tsx';
import { useText } from '../controls/text-context.ts';
import { TrustListTable } from './trust-list-table.tsx';

/** What a change of the list came to. */
export interface TrustListChange {
  /** Certificates in what was handed over. */
  readonly foundCount: number;
  /** Those among them that were not on the list. */
  readonly addedCount: number;
  /** Claims that are judged anew for it. */
  readonly rejudgedCount: number;
}

export interface TrustListSectionProps {
  /** null while it is read. */
  readonly list: Omit<TrustList, 'pem'> | null;
  /** A file of certificates, or pasted text. */
  readonly onAdd: (certificates: Blob) => Promise<TrustListChange>;
  readonly onRemove: (fingerprint: string) => Promise<TrustListChange>;
  readonly onRestore: () => Promise<TrustListChange>;
}

/** Whose C2PA signatures count as known: where the list comes from, what is on it, and how to change it. */
export function TrustListSection({ list, onAdd, onRemove, onRestore }: TrustListSectionProps) {
  const text = useText();
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState<readonly string[]>([]);
  if (list === null) return null;

  const tell = ({ addedCount, rejudgedCount }: TrustListChange, first: string | null): void =>
    setSaid([
      ...(first === null ? [] : [first]),
      ...(addedCount > 0 ? [text.t('trustList.added', { count: addedCount })] : []),
      ...(rejudgedCount > 0 ? [text.t('trustList.rejudged', { count: rejudgedCount })] : []),
    ]);
  const add = async (certificates: Blob): Promise<void> => {
    const change = await onAdd(certificates);
    const nothing = change.foundCount === 0 ? 'trustList.none' : 'trustList.known';
    tell(change, change.addedCount === 0 ? text.t(nothing) : null);
    if (change.addedCount > 0) setPasted('');
  };

  return (
    <section className="settings-section trust-list" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{text.t('trustList.title')}</h2>
      <p>{text.t('trustList.about')}</p>
      <p>
        {list.bundledDate ? text.t('trustList.bundled', { date: list.bundledDate }) : text.t('trustList.noBundled')}
        {list.importedAt && (
          <>
            <br />
            {text.t('trustList.importedAt', { time: formatTime(list.importedAt, text.language) })}
          </>
        )}
      </p>
      <p className="muted">{text.t('trustList.signersOnly')}</p>
      <div className="button-row">
        <FileButton
          label={text.t('trustList.import')}
          accept=".pem,.crt,.cer,.der,.txt"
          onFiles={([file]) => file && void add(file)}
        />
        {list.removedCount > 0 && (
          <button
            type="button"
            className="button is-quiet"
            onClick={() => void onRestore().then((change) => tell(change, null))}
          >
            {text.t('trustList.restore', { count: list.removedCount })}
          </button>
        )}
      </div>
      <details className="fold">
        <summary>{text.t('trustList.paste')}</summary>
        <label htmlFor={`${id}paste`}>{text.t('trustList.pasteLabel')}</label>
        <textarea
          id={`${id}paste`}
          rows={6}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <button
          type="button"
          className="button"
          disabled={pasted.trim() === ''}
          onClick={() => void add(new Blob([pasted]))}
        >
          {text.t('trustList.add')}
        </button>
      </details>
      <div role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {list.certificates.length === 0 ? (
        <p className="trust-list-empty">{text.t('trustList.empty')}</p>
      ) : (
        <TrustListTable
          certificates={list.certificates}
          onRemove={(fingerprint) => void onRemove(fingerprint).then((change) => tell(change, null))}
        />
      )}
    </section>
  );
}
