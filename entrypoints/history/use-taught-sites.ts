import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { RuleTest, TaughtSiteEntry, TaughtSitesProps } from '../../components/settings/taught-sites.tsx';
import { historyDatabase } from '../../utils/cases/database.ts';
import { deleteSiteRule, readSiteRules, writeSiteRules } from '../../utils/cases/site-rules.ts';
import {
  exportSiteRules,
  MAX_RULES_FILE_BYTES,
  type ParsedSiteRules,
  parseSiteRules,
  TOO_LARGE,
} from '../../utils/claims/taught/parse-site-rules.ts';
import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import { sitePattern } from '../../utils/claims/taught/taught-platform.ts';
import { tryRuleInTab } from '../../utils/engine/ask-loader.ts';
import { registerContentScript } from '../../utils/engine/register-content-script.ts';
import { hostsOf, missingHostsOf } from '../../utils/engine/taught-permissions.ts';
import { saveFile } from './save-file.ts';

/** The taught sites as the history's database has them, and everything that can be done with them. */
export function useTaughtSites(): TaughtSitesProps {
  const [sites, setSites] = useState<readonly TaughtSiteEntry[]>([]);
  const read = useCallback(async () => {
    const rules = await readSiteRules(await historyDatabase());
    setSites(await Promise.all(rules.map(async (rule) => ({ rule, missingHosts: await missingHostsOf(rule) }))));
  }, []);
  const readAgain = useCallback(() => void read(), [read]);

  useEffect(() => {
    readAgain();
    browser.permissions.onAdded.addListener(readAgain);
    browser.permissions.onRemoved.addListener(readAgain);
    return () => {
      browser.permissions.onAdded.removeListener(readAgain);
      browser.permissions.onRemoved.removeListener(readAgain);
    };
  }, [readAgain]);

  return {
    sites,
    onTest: testOnOpenPage,
    onAllow: (rule) => void browser.permissions.request({ origins: hostsOf(rule) }),
    onRemove: async (id) => {
      await deleteSiteRule(await historyDatabase(), id);
      await registerContentScript();
      await read();
    },
    onExport: () =>
      saveFile(
        new Blob([exportSiteRules(sites.map(({ rule }) => rule))], { type: 'application/json' }),
        'refund-lens-sites.json',
      ),
    onImport: async (file) => {
      const parsed = file.size > MAX_RULES_FILE_BYTES ? TOO_LARGE : parseSiteRules(await file.text());
      if ('rules' in parsed) await importRules(parsed);
      await read();
      return parsed;
    },
  };
}

async function importRules({ rules }: Extract<ParsedSiteRules, { rules: unknown }>): Promise<void> {
  await writeSiteRules(await historyDatabase(), rules);
  await registerContentScript();
}

/** Asks the open tabs of the site, the first that shows a claim answers. */
async function testOnOpenPage(rule: SiteRule): Promise<RuleTest> {
  const tabs = await browser.tabs.query({ url: sitePattern(rule.origin) });
  let last: RuleTest = { reason: 'no-page' };
  for (const { id, url } of tabs) {
    if (id === undefined || !url || new URL(url).origin !== rule.origin) continue;
    // A tab without the content script (opened before the site was allowed) has nobody who answers.
    const reading = await tryRuleInTab(rule, id);
    if (reading?.ready) return { claim: reading.claim };
    if (reading && reading.reason !== 'not-a-claim-page') last = reading;
  }
  return last;
}
