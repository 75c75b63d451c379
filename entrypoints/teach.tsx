import { createRoot } from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { STYLES } from '../components/styles.ts';
import { TeachOverlay } from '../components/teach/teach-overlay.tsx';
import { browserPageView } from '../utils/claims/page/page-view.ts';
import { type ClaimReading, readClaim } from '../utils/claims/read-claim.ts';
import { pagePatternOf } from '../utils/claims/taught/page-pattern.ts';
import { type SiteRule, TAUGHT_FIELDS } from '../utils/claims/taught/site-rule.ts';
import { type Site, siteOf, taughtPlatform } from '../utils/claims/taught/taught-platform.ts';
import { sendMessage } from '../utils/messages.ts';
import { readLanguage } from '../utils/text/language-setting.ts';
import { elementAtPoint } from './content/element-at-point.ts';
import { pageToTeach } from './content/page-to-teach.ts';
import { shadowRootOf } from './content/shadow-root-of.ts';
import { takeFieldsToTeach } from './content/start-teaching.ts';
import { mountTeachHost } from './content/teach-host.ts';

/** A second call takes the place of an overlay that is open. */
const scope = globalThis as { refundLensTeaching?: AbortController };

/** What a site is taken for of which nothing is known: the shop's own clock, and yuan. */
const DEFAULT_CURRENCY = 'CNY';

export default defineUnlistedScript(() => {
  void teach();
});

/** Opens the overlay on this page. */
async function teach(): Promise<void> {
  scope.refundLensTeaching?.abort();
  const teaching = new AbortController();
  scope.refundLensTeaching = teaching;
  const asked = takeFieldsToTeach();
  const [language, rules] = await Promise.all([readLanguage(), sendMessage('siteRules.read', undefined)]);
  const url = new URL(location.href);
  const { rule: earlier, platform } = siteOf(url, rules) ?? unknownSite(url);
  const region = platform.region?.(url) ?? platform;
  const view = browserPageView(shadowRootOf);
  const hadFocus = document.activeElement;
  const { root, container } = mountTeachHost(STYLES, teaching.signal);
  const react = createRoot(container);
  teaching.signal.addEventListener('abort', () => {
    react.unmount();
    if (hadFocus instanceof HTMLElement) hadFocus.focus({ preventScroll: true });
  });
  react.render(
    <TeachOverlay
      language={language}
      fields={asked.length > 0 ? asked : TAUGHT_FIELDS}
      context={{
        url,
        timeZone: earlier?.timeZone ?? region.timeZone,
        currency: earlier?.currency ?? region.currency,
        now: new Date().toISOString(),
        earlier,
      }}
      surface={{ root, elementAt: elementAtPoint }}
      readPage={pageToTeach(view, platform, teaching.signal)}
      readWith={readWith}
      onSave={(rule) => sendMessage('siteRule.save', { rule })}
      onOpenSites={() => void sendMessage('taughtSites.open', undefined)}
      onClose={() => teaching.abort()}
    />,
  );

  function readWith(rule: SiteRule): ClaimReading {
    const site = siteOf(url, [rule]) ?? unknownSite(url);
    return readClaim(document, url, site.platform, new Date(), { view, rule: site.rule });
  }
}

function unknownSite(url: URL): Site {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const pages = pagePatternOf(url);
  const platform = taughtPlatform({ origin: url.origin, pages, imageHosts: [], timeZone, currency: DEFAULT_CURRENCY });
  return { platform, rule: null };
}
