import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { browserPageView } from '../../utils/claims/page-view.ts';
import { PLATFORMS } from '../../utils/platforms/index.ts';
import { platformOf } from '../../utils/platforms/platform-of.ts';
import { offerReading } from './offer-reading.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { visitClaimPage } from './visit-claim-page.ts';

export default defineContentScript({
  matches: PLATFORMS.flatMap((platform) => [...platform.matches]),
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  main(context) {
    let visit = new AbortController();
    const life = new AbortController();
    offerReading(browserPageView(shadowRootOf), life.signal);
    const begin = (): void => {
      visit.abort();
      visit = new AbortController();
      const url = new URL(location.href);
      const platform = platformOf(url);
      if (platform?.page(url)) visitClaimPage(platform, visit.signal);
    };
    context.addEventListener(window, 'wxt:locationchange', begin);
    // An update leaves this script on the page without an extension behind it; what it showed goes with it.
    context.onInvalidated(() => {
      visit.abort();
      life.abort();
    });
    if (browser.runtime.id) begin();
  },
});
