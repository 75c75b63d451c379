import { useState } from 'react';
import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { ParsedSiteRules } from '../../utils/claims/taught/parse-site-rules.ts';
import { type SiteRule, siteRuleId } from '../../utils/claims/taught/site-rule.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { useText } from '../controls/text-context.ts';
import { TaughtSite } from './taught-site.tsx';

/** What a rule gives on an open page, or why it gives nothing; the reasons' texts are `teach.unread.<reason>`. */
export type RuleTest =
  | { readonly claim: ClaimOnPage }
  | { readonly reason: 'no-page' }
  | {
      readonly reason: 'not-a-claim-page' | 'page-not-ready' | 'several-claims';
      readonly params: Readonly<Record<string, string | number>>;
    };

export interface TaughtSiteEntry {
  readonly rule: SiteRule;
  /** Match patterns that the browser has not granted. */
  readonly missingHosts: readonly string[];
}

export interface TaughtSitesProps {
  /** Newest first. */
  readonly sites: readonly TaughtSiteEntry[];
  readonly onTest: (rule: SiteRule) => Promise<RuleTest>;
  readonly onAllow: (rule: SiteRule) => void;
  readonly onRemove: (id: string) => void;
  readonly onExport: () => void;
  /** Checks and stores a file of rules; what was wrong with it, or how many it held. */
  readonly onImport: (file: File) => Promise<ParsedSiteRules>;
}

/** Sound rules that could not be written, or a file that could not be read; `place` is what the browser said. */
interface NotStored {
  readonly reason: 'not-stored';
  readonly place: string;
}

/** Every kind of page that was taught: where each field is looked for, a test, and the way out and in as a file. */
export function TaughtSites({ sites, onTest, onAllow, onRemove, onExport, onImport }: TaughtSitesProps) {
  const text = useText();
  const [imported, setImported] = useState<ParsedSiteRules | NotStored | null>(null);
  const importFile = (file: File): void => {
    onImport(file).then(setImported, (error: unknown) =>
      setImported({
        reason: 'not-stored',
        place: plainLine(error instanceof Error ? error.message : String(error), 120),
      }),
    );
  };
  return (
    <section className="taught-sites" aria-label={text.t('taught.title')}>
      <div className="taught-sites-top">
        <p className="muted">{text.t('taught.note')}</p>
        <div className="button-row">
          <button type="button" className="button" disabled={sites.length === 0} onClick={onExport}>
            {text.t('taught.export')}
          </button>
          <FileButton
            label={text.t('taught.import')}
            accept="application/json,.json"
            onFiles={([file]) => file && importFile(file)}
          />
        </div>
      </div>
      <p role="status" className={imported && 'reason' in imported ? 'claim-warning' : 'muted'}>
        {imported &&
          ('rules' in imported
            ? text.t('taught.imported', { count: imported.rules.length })
            : text.t(`taught.import.${imported.reason}`, { place: imported.place }))}
      </p>
      {sites.length === 0 && (
        <EmptyState title={text.t('taught.empty.title')}>{text.t('taught.empty.body')}</EmptyState>
      )}
      <ul>
        {sites.map((site) => (
          <TaughtSite
            key={siteRuleId(site.rule)}
            site={site}
            onTest={() => onTest(site.rule)}
            onAllow={() => onAllow(site.rule)}
            onRemove={() => onRemove(siteRuleId(site.rule))}
          />
        ))}
      </ul>
    </section>
  );
}
