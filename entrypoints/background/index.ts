import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { caseIdOfPicture } from '../../utils/cases/case.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { readProductPictures, removeProductPicture } from '../../utils/cases/product-pictures.ts';
import { readCaseView, readPictureBytes } from '../../utils/cases/read-case-view.ts';
import { readSiteRules, writeSiteRules } from '../../utils/cases/site-rules.ts';
import { writeReview } from '../../utils/cases/write-results.ts';
import { caseIdOf } from '../../utils/claims/claim.ts';
import { isSiteRule } from '../../utils/claims/taught/parse-site-rules.ts';
import { addListingPictures } from '../../utils/engine/add-listing-pictures.ts';
import { tellWatchers, watchCase } from '../../utils/engine/case-watchers.ts';
import { engineHost } from '../../utils/engine/host.ts';
import { putScript } from '../../utils/engine/put-script.ts';
import { registerContentScript, runInOpenPages } from '../../utils/engine/register-content-script.ts';
import { resumeIfStopped, startCase } from '../../utils/engine/start-case.ts';
import { missingHostsOf } from '../../utils/engine/taught-permissions.ts';
import { contentScriptOf, isOwnPage, mayTouchCase, originOfContentScript } from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';

/** A page's content script may touch the cases of its own seller center only; the extension's pages may touch all. */
const REFUSED = 'This sender may not ask for that';

export default defineBackground({
  type: 'module',
  main() {
    const host = engineHost((caseId) => void announce(caseId));

    browser.runtime.onInstalled.addListener(() => registerContentScript().then(runInOpenPages));
    browser.runtime.onStartup.addListener(() => registerContentScript());
    browser.permissions.onAdded.addListener(() => registerContentScript().then(runInOpenPages));
    browser.permissions.onRemoved.addListener(() => registerContentScript());

    onMessage('panel.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await putScript('/panel.js', frame);
    });
    onMessage('case.analyse', async ({ data, sender }) => {
      const caseId = caseIdOf(data.claim);
      if (!mayTouchCase(sender, caseId)) throw new Error(REFUSED);
      const frame = contentScriptOf(sender);
      if (frame) await watchCase(caseId, frame);
      return startCase(await historyDatabase(), host, data);
    });
    onMessage('case.cancel', async ({ data, sender }) => {
      if (!mayTouchCase(sender, data.caseId)) throw new Error(REFUSED);
      await host.cancel(data.caseId);
    });
    onMessage('case.read', async ({ data, sender }) => {
      if (!mayTouchCase(sender, data.caseId)) throw new Error(REFUSED);
      const frame = contentScriptOf(sender);
      if (frame) await watchCase(data.caseId, frame);
      await resumeIfStopped(await historyDatabase(), host, data.caseId);
      return readCaseView(await historyDatabase(), data.caseId);
    });
    onMessage('case.review', async ({ data, sender }) => {
      const caseId = caseIdOfPicture(data.pictureId);
      if (!mayTouchCase(sender, caseId)) throw new Error(REFUSED);
      await writeReview(await historyDatabase(), data.pictureId, data.kind, data.word, new Date().toISOString());
      await announce(caseId);
    });
    onMessage('picture.read', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOfPicture(data.pictureId))) throw new Error(REFUSED);
      return readPictureBytes(await historyDatabase(), data.pictureId);
    });
    onMessage('history.open', async ({ data }) => {
      const hash = data.caseId ? `#case=${encodeURIComponent(data.caseId)}` : '';
      await browser.tabs.create({ url: browser.runtime.getURL(`/history.html${hash}`) });
    });
    onMessage('teach.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await putScript('/teach.js', frame);
    });
    onMessage('siteRules.read', async ({ sender }) => {
      const origin = originOfContentScript(sender);
      if (!origin) throw new Error(REFUSED);
      return readSiteRules(await historyDatabase(), origin);
    });
    onMessage('siteRule.save', async ({ data, sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame || !isSiteRule(data.rule) || data.rule.origin !== originOfContentScript(sender))
        throw new Error(REFUSED);
      await writeSiteRules(await historyDatabase(), [data.rule]);
      await registerContentScript();
      // A fresh reader takes the place of the one on the page and reads with what was just taught.
      await putScript('/content-scripts/content.js', frame);
      return { missingHosts: await missingHostsOf(data.rule) };
    });
    onMessage('listing.add', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOf(data.claim))) throw new Error(REFUSED);
      const added = await addListingPictures(await historyDatabase(), host, data.claim, data.files);
      await announce(caseIdOf(data.claim));
      return added;
    });
    onMessage('listing.read', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOf(data.claim))) throw new Error(REFUSED);
      return readProductPictures(await historyDatabase(), data.claim);
    });
    onMessage('listing.remove', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOf(data.claim))) throw new Error(REFUSED);
      await removeProductPicture(await historyDatabase(), data.claim, data.sha256);
    });
    onMessage('taughtSites.open', async () => {
      await browser.tabs.create({ url: browser.runtime.getURL('/history.html#tab=taught') });
    });
    onMessage('case.changed', ({ data, sender }) => {
      if (isOwnPage(sender)) return tellWatchers(data.caseId);
    });

    /** Tells the pages that show a case, and the extension's own, that it has changed. */
    async function announce(caseId: string): Promise<void> {
      await tellWatchers(caseId);
      // Rejects where no page of the extension is open.
      await sendMessage('case.changed', { caseId }).catch(() => undefined);
    }
  },
});
