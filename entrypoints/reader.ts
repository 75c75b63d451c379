import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browserPageView } from '../utils/claims/page/page-view.ts';
import { siteOf } from '../utils/claims/taught/taught-platform.ts';
import { offerReader } from './content/page-reader.ts';
import { readPage } from './content/read-page.ts';
import { readWithRule } from './content/read-with-rule.ts';
import { shadowRootOf } from './content/shadow-root-of.ts';
import { visitClaimPage } from './content/visit-claim-page.ts';

/** The reader of pages: put into a frame by the background when the loader asks for it, and doing nothing by itself. */
export default defineUnlistedScript(() => {
  offerReader({
    visit(session) {
      const site = siteOf(new URL(location.href), session.rules);
      return site ? visitClaimPage(site, session) : () => undefined;
    },
    readWithRule,
    readPage: () => readPage(browserPageView(shadowRootOf), new AbortController().signal),
  });
});
