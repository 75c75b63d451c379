import { useState } from 'react';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { ClaimFacts } from '../case/claim-facts.tsx';
import { lostFields } from '../case/lost-fields.ts';
import { useText } from '../controls/text-context.ts';
import { TaughtFields } from '../teach/taught-fields.tsx';
import type { RuleTest, TaughtSiteEntry } from './taught-sites.tsx';

interface TaughtSiteProps {
  readonly site: TaughtSiteEntry;
  readonly onTest: () => Promise<RuleTest>;
  readonly onAllow: () => void;
  readonly onRemove: () => void;
}

/** One kind of page that was taught. */
export function TaughtSite({ site: { rule, missingHosts }, onTest, onAllow, onRemove }: TaughtSiteProps) {
  const text = useText();
  const [test, setTest] = useState<RuleTest | null>(null);
  const [isAsking, setAsking] = useState(false);
  const hosts = missingHosts.map((pattern) => pattern.replace(/^https?:\/\/|\/\*$/g, ''));
  return (
    <li className="taught-site">
      <h3>{rule.origin.replace(/^https?:\/\//, '')}</h3>
      <p className="muted">
        {text.t('taught.pages')} <code>{rule.pages}</code> ·{' '}
        {text.t('taught.updated', { time: formatTime(rule.updatedAt, text.language) })}
      </p>
      <TaughtFields fields={rule.fields} />
      {hosts.length > 0 && (
        <p className="claim-warning">
          {text.t('taught.missingHosts', { hosts: hosts.join(text.t('list.separator')) })}{' '}
          <button type="button" className="button is-link" onClick={onAllow}>
            {text.t('taught.allow')}
          </button>
        </p>
      )}
      <div className="button-row">
        <button type="button" className="button" onClick={() => void onTest().then(setTest)}>
          {text.t('taught.test')}
        </button>
        {isAsking ? (
          <>
            <span>{text.t('taught.removeConfirm')}</span>
            <button type="button" className="button" onClick={onRemove}>
              {text.t('taught.removeYes')}
            </button>
            <button type="button" className="button is-quiet" onClick={() => setAsking(false)}>
              {text.t('taught.removeNo')}
            </button>
          </>
        ) : (
          <button type="button" className="button is-quiet" onClick={() => setAsking(true)}>
            {text.t('taught.remove')}
          </button>
        )}
        {test === null && <span className="muted">{text.t('taught.testHint')}</span>}
      </div>
      <div role="status">{test && <TestOutcome test={test} taught={Object.keys(rule.fields) as TaughtField[]} />}</div>
    </li>
  );
}

function TestOutcome({ test, taught }: { readonly test: RuleTest; readonly taught: readonly TaughtField[] }) {
  const text = useText();
  if ('claim' in test) {
    const lost = lostFields(text, test.claim, taught);
    return (
      <>
        {lost && <p className="claim-warning">{lost}</p>}
        <p>{text.t('taught.testRead')}</p>
        <ClaimFacts claim={test.claim} extent="whole" />
      </>
    );
  }
  if (test.reason === 'no-page') return <p className="claim-warning">{text.t('taught.testNoPage')}</p>;
  return (
    <p className="claim-warning">
      {text.t('taught.testNotRead', { reason: text.t(`teach.unread.${test.reason}`, test.params) })}
    </p>
  );
}
