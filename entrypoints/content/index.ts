import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { browserPageView } from '../../utils/claims/page/page-view.ts';
import { siteOf } from '../../utils/claims/taught/taught-platform.ts';
import { isOwnPage } from '../../utils/message-senders.ts';
import { onMessage } from '../../utils/messages.ts';
import { PLATFORMS } from '../../utils/platforms/index.ts';
import { offerReading } from './offer-reading.ts';
import { readWithRule } from './read-with-rule.ts';
import { rulesOfThisSite } from './rules-of-this-site.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { visitClaimPage } from './visit-claim-page.ts';

export default defineContentScript({
  matches: PLATFORMS.flatMap((platform) => [...platform.matches]),
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  main(context) {
    const rules = rulesOfThisSite();
    let visit = new AbortController();
    const life = new AbortController();
    offerReading(browserPageView(shadowRootOf), life.signal);
    const begin = async (): Promise<void> => {
      visit.abort();
      visit = new AbortController();
      const { signal } = visit;
      const site = siteOf(new URL(location.href), await rules);
      if (!signal.aborted && site?.platform.page(new URL(location.href))) visitClaimPage(site, signal);
    };
    context.addEventListener(window, 'wxt:locationchange', () => void begin());
    const stopTesting = onMessage('siteRule.test', ({ data, sender }) => {
      if (!isOwnPage(sender)) throw new Error('This sender may not ask for that');
      return readWithRule(data.rule);
    });
    // An update leaves this script on the page without an extension behind it; what it showed goes with it.
    context.onInvalidated(() => {
      visit.abort();
      life.abort();
      stopTesting();
    });
    if (browser.runtime.id) void begin();
  },
});
