import { browserPageView } from '../../utils/claims/page/page-view.ts';
import { type ClaimReading, readClaim } from '../../utils/claims/read-claim.ts';
import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import { siteOf } from '../../utils/claims/taught/taught-platform.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/** What this page gives with a rule that is being tried. */
export function readWithRule(rule: SiteRule): ClaimReading {
  const url = new URL(location.href);
  const site = siteOf(url, [rule]);
  if (!site?.rule) return { ready: false, reason: 'not-a-claim-page', params: {} };
  return readClaim(document, url, site.platform, new Date(), { view: browserPageView(shadowRootOf), rule });
}
