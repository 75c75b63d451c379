import { useState } from 'react';
import type { ClaimReading } from '../../utils/claims/read-claim.ts';
import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';
import { TaughtFields } from './taught-fields.tsx';
import { TeachPreview } from './teach-preview.tsx';

interface ReviewCardProps {
  readonly rule: SiteRule;
  /** What the page gives with this rule; null where nothing was pointed at. */
  readonly reading: ClaimReading | null;
  readonly onBack: () => void;
  readonly onSave: () => Promise<{ readonly missingHosts: readonly string[] }>;
  readonly onOpenSites: () => void;
  readonly onClose: () => void;
}

type Saving = 'not-yet' | 'saving' | { readonly missingHosts: readonly string[] } | { readonly problem: string };

/** The whole claim as it will be read, where each field is looked for, and the button that keeps it. */
export function ReviewCard({ rule, reading, onBack, onSave, onOpenSites, onClose }: ReviewCardProps) {
  const text = useText();
  const [saving, setSaving] = useState<Saving>('not-yet');
  const save = (): void => {
    setSaving('saving');
    onSave().then(setSaving, (error: unknown) =>
      setSaving({ problem: error instanceof Error ? error.message : String(error) }),
    );
  };
  if (typeof saving === 'object' && 'missingHosts' in saving) {
    const hosts = saving.missingHosts.map((pattern) => pattern.replace(/^https?:\/\/|\/\*$/g, ''));
    return (
      <div className="teach-saved">
        <p role="status">{text.t('teach.saved')}</p>
        {hosts.length > 0 && (
          <p className="claim-warning">
            {text.t('teach.needsPermission', { hosts: hosts.join(text.t('list.separator')) })}
          </p>
        )}
        <div className="button-row">
          {hosts.length > 0 && (
            <button type="button" className="button is-primary teach-save" onClick={onOpenSites}>
              {text.t('teach.givePermission')}
            </button>
          )}
          <button type="button" className={`button ${hosts.length > 0 ? 'is-quiet' : 'is-primary'}`} onClick={onClose}>
            {text.t('teach.done')}
          </button>
        </div>
      </div>
    );
  }
  const canSave = reading?.ready === true && saving !== 'saving';
  return (
    <>
      <h2>{text.t('teach.preview')}</h2>
      {reading ? <TeachPreview reading={reading} /> : <p className="claim-warning">{text.t('teach.nothingPicked')}</p>}
      <details className="fold">
        <summary>{text.t('teach.where')}</summary>
        <TaughtFields fields={rule.fields} />
      </details>
      {typeof saving === 'object' && (
        <p className="claim-warning" role="alert">
          {text.t('teach.notSaved', { detail: plainLine(saving.problem, 120) })}
        </p>
      )}
      <div className="button-row teach-buttons">
        <button type="button" className="button is-primary teach-save" disabled={!canSave} onClick={save}>
          {text.t('teach.save')}
        </button>
        <button type="button" className="button is-quiet" onClick={onBack}>
          {text.t('teach.back')}
        </button>
      </div>
    </>
  );
}
