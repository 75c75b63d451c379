import { defineContentScript } from 'wxt/utils/define-content-script';
import { browserPageView } from '../../utils/claims/page/page-view.ts';
import { siteOf } from '../../utils/claims/taught/taught-platform.ts';
import { PLATFORMS } from '../../utils/platforms/index.ts';
import { offerReader } from './page-reader.ts';
import { readPage } from './read-page.ts';
import { readWithRule } from './read-with-rule.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { visitClaimPage } from './visit-claim-page.ts';

/** The reader of pages: put into a frame by the background when the loader asks for it, and doing nothing by itself. */
export default defineContentScript({
  matches: PLATFORMS.flatMap((platform) => [...platform.matches]),
  registration: 'runtime',
  allFrames: true,
  main() {
    offerReader({
      visit(session) {
        const site = siteOf(new URL(location.href), session.rules);
        return site ? visitClaimPage(site, session) : () => undefined;
      },
      readWithRule,
      readPage: () => readPage(browserPageView(shadowRootOf), new AbortController().signal),
    });
  },
});
