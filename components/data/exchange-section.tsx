import { useId, useState } from 'react';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { ConfirmButton } from '../controls/confirm-button.tsx';
import { ProblemLine } from '../controls/problem-line.tsx';
import { useText } from '../controls/text-context.ts';
import { DataSection } from './data-section.tsx';

/** A list that waits for the seller's word, or one that is here. */
export interface ShownSource {
  readonly sourceKey: string;
  readonly shop: string;
  readonly count: number;
  readonly importedAt: string;
}

interface ExchangeSectionProps {
  readonly shop: string;
  readonly ownKey: string;
  readonly sources: readonly ShownSource[];
  /** Verified, and not yet taken. */
  readonly offered: Pick<ShownSource, 'sourceKey' | 'shop' | 'count'> | null;
  /** Fingerprints in the file that was just written; null before. */
  readonly sharedCount: number | null;
  readonly problem: PictureProblem | null;
  readonly onShare: (shop: string) => void;
  readonly onOffer: (file: File) => void;
  /** Takes or drops the list that is offered. */
  readonly onAnswer: (isTaken: boolean) => void;
  readonly onDeleteSource: (sourceKey: string) => void;
}

/** Fingerprints for and from other shops. */
export function ExchangeSection(props: ExchangeSectionProps) {
  const { ownKey, sources, offered, sharedCount, problem, onShare, onOffer, onAnswer, onDeleteSource } = props;
  const text = useText();
  const id = useId();
  const [shop, setShop] = useState(props.shop);
  return (
    <DataSection title={text.t('data.exchange.title')}>
      <p className="muted">{text.t('data.exchange.note')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onShare(shop);
        }}
      >
        <label htmlFor={`${id}shop`}>
          {text.t('data.exchange.shop')}
          <input
            id={`${id}shop`}
            type="text"
            maxLength={40}
            value={shop}
            onChange={({ target }) => setShop(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={shop.trim() === ''}>
          {text.t('data.exchange.share')}
        </button>
      </form>
      {sharedCount !== null && <p role="status">{text.t('data.exchange.shared', { count: sharedCount })}</p>}
      {ownKey !== '' && (
        <p className="muted">
          {text.t('data.exchange.ownKey')} <code>{shortKey(ownKey)}</code>
        </p>
      )}
      <label htmlFor={`${id}file`}>
        {text.t('data.exchange.import')}
        <input
          id={`${id}file`}
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onOffer(file);
            target.value = '';
          }}
        />
      </label>
      {problem && (
        <div role="alert">
          <ProblemLine problem={problem} />
        </div>
      )}
      {offered && (
        <div className="delete-case">
          <p>
            {text.t('data.exchange.offered', { shop: plainLine(offered.shop, 40), count: offered.count })}{' '}
            <code>{shortKey(offered.sourceKey)}</code>
          </p>
          <div className="button-row">
            <button type="button" className="button is-primary" onClick={() => onAnswer(true)}>
              {text.t('data.exchange.take')}
            </button>
            <button type="button" className="button is-quiet" onClick={() => onAnswer(false)}>
              {text.t('data.exchange.drop')}
            </button>
          </div>
        </div>
      )}
      <ul className="buyer-claims">
        {sources.map((source) => (
          <li key={source.sourceKey}>
            {plainLine(source.shop, 40)} · {text.t('data.exchange.count', { count: source.count })} ·{' '}
            <span className="muted">{formatTime(source.importedAt, text.language)}</span>{' '}
            <code>{shortKey(source.sourceKey)}</code>
            <ConfirmButton
              label={text.t('data.exchange.delete')}
              warning={text.t('data.exchange.deleteConfirm', { count: source.count })}
              onConfirm={() => onDeleteSource(source.sourceKey)}
            />
          </li>
        ))}
      </ul>
    </DataSection>
  );
}

/** Enough of a key for two people to compare over the telephone. */
function shortKey(key: string): string {
  return (key.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
