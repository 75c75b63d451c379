import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { caseIdOfPicture, type PictureProblem } from '../../utils/cases/case.ts';
import { checkedClaims } from '../../utils/cases/checked-claims.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { readProductPictures, removeProductPicture } from '../../utils/cases/product-pictures.ts';
import { readPictureBytes } from '../../utils/cases/read-case-view.ts';
import { readSiteRules, writeSiteRules } from '../../utils/cases/site-rules.ts';
import { writeHandling } from '../../utils/cases/write-handling.ts';
import { writeReview } from '../../utils/cases/write-results.ts';
import { caseIdOf } from '../../utils/claims/claim.ts';
import { newQueue } from '../../utils/claims/claim-queue.ts';
import { isSiteRule } from '../../utils/claims/taught/parse-site-rules.ts';
import { addEvidence } from '../../utils/engine/add-evidence.ts';
import { addListingPictures } from '../../utils/engine/add-listing-pictures.ts';
import { askLoader } from '../../utils/engine/ask-loader.ts';
import { checkPointedPicture, offerPictureMenu } from '../../utils/engine/capture/check-pointed-picture.ts';
import { putScript } from '../../utils/engine/capture/put-script.ts';
import { checkScreenArea, offerScreenArea } from '../../utils/engine/capture/screen-area-requests.ts';
import { tellWatchers } from '../../utils/engine/case-watchers.ts';
import { engineHost } from '../../utils/engine/host.ts';
import { openHistory } from '../../utils/engine/open-history.ts';
import { openKnownClaim } from '../../utils/engine/open-known-claim.ts';
import { browserQueue, claimsToOpen } from '../../utils/engine/queue/browser-queue.ts';
import { takeUpQueue } from '../../utils/engine/queue/queue-store.ts';
import {
  registerContentScript,
  registerWhereMissing,
  runInOpenPages,
} from '../../utils/engine/register-content-script.ts';
import { runCommand } from '../../utils/engine/run-command.ts';
import { missingHostsOf } from '../../utils/engine/taught-permissions.ts';
import {
  contentScriptOf,
  isOwnPage,
  mayTouchCase,
  originOfContentScript,
  REFUSED,
} from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { watchSettings } from '../../utils/settings/settings.ts';
import { watchLanguage } from '../../utils/text/language-setting.ts';
import { keepHouse, onHouseAlarm } from '../../utils/upkeep/keep-house.ts';
import { showDueBadge } from '../../utils/upkeep/show-due-badge.ts';
import { showLostBadge } from '../../utils/upkeep/show-lost-badge.ts';
import { clearVerdictBadge } from '../../utils/upkeep/show-verdict-badge.ts';
import { answerAnalysisRequests } from './analysis-requests.ts';

/** A page's content script may touch the cases of its own seller center only; the extension's pages may touch all. */
export default defineBackground({
  type: 'module',
  main() {
    const host = engineHost((caseId, problem) => void announce(caseId, problem));

    browser.runtime.onInstalled.addListener(() => registerContentScript().then(runInOpenPages));
    browser.runtime.onInstalled.addListener(offerPictureMenu);
    browser.runtime.onStartup.addListener(() => registerContentScript());
    // Where the whole browser is private. An event page that does more than listen when it begins was seen not to come back.
    if (browser.extension.inIncognitoContext)
      registerWhereMissing().catch((error: unknown) => console.error('No page can be offered an analysis', error));
    browser.runtime.onInstalled.addListener(() => keepHouse());
    browser.runtime.onStartup.addListener(() => keepHouse());
    browser.alarms.onAlarm.addListener(({ name }) => onHouseAlarm(name));
    browser.permissions.onAdded.addListener(() => registerContentScript().then(runInOpenPages));
    browser.permissions.onRemoved.addListener(() => registerContentScript());
    watchSettings(() => void registerContentScript(), new AbortController().signal);
    watchLanguage(() => {
      void registerContentScript();
      void offerPictureMenu();
      historyDatabase()
        .then((database) => showDueBadge(database, Date.now()))
        .catch((error: unknown) => console.warn('The toolbar stays in the language of before', error));
    });

    browser.tabs.onUpdated.addListener((tabId, { url }) => url !== undefined && void clearVerdictBadge(tabId));
    browser.tabs.onUpdated.addListener((tabId, { url, status }, tab) => {
      if (url !== undefined || status === 'complete') void openKnownClaim(tabId, tab.url);
    });

    browser.contextMenus.onClicked.addListener(({ srcUrl, frameId = 0, pageUrl = '' }, tab) => {
      if (!srcUrl || tab?.id === undefined || tab.windowId === undefined) return;
      void checkPointedPicture(host, { url: srcUrl, tabId: tab.id, windowId: tab.windowId, frameId, pageUrl });
    });
    browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab?.id));
    onMessage('area.offer', async ({ sender }) => isOwnPage(sender) && offerScreenArea());
    onMessage('area.chosen', async ({ data, sender }) => {
      const frame = contentScriptOf(sender);
      const { windowId, url = '' } = sender.tab ?? {};
      if (frame?.frameId !== 0 || windowId === undefined) throw new Error(REFUSED);
      await checkScreenArea(host, { id: frame.tabId, windowId, url }, data);
    });

    const queue = browserQueue(host);
    // The claim that was being checked is still finished.
    void takeUpQueue().then(() => queue.step());
    onMessage('queue.start', async ({ data, sender }) => {
      const isAllowed = contentScriptOf(sender) && mayTouchCase(sender, `${data.platform}:`);
      if (!isAllowed) throw new Error(REFUSED);
      if (data.claims.length === 0) return false;
      const claims = claimsToOpen(data.platform, data.claims);
      await queue.start(newQueue(data.platform, data.pageUrl, claims, Date.now()));
      await openHistory({ queue: true });
      return true;
    });
    onMessage('cases.checked', async ({ data, sender }) => {
      if (!mayTouchCase(sender, `${data.platform}:`)) throw new Error(REFUSED);
      return checkedClaims(await historyDatabase(), data.platform, data.claimIds);
    });
    onMessage('queue.change', async ({ data, sender }) => {
      if (!isOwnPage(sender)) throw new Error(REFUSED);
      await { paused: () => queue.pause(), running: () => queue.goOn(), cancelled: () => queue.cancel() }[data.to]();
    });
    onMessage('queue.wants', async ({ data, sender }) => {
      const frame = contentScriptOf(sender);
      return frame !== null && queue.wants(frame.tabId, data);
    });
    onMessage('queue.notReady', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (frame?.frameId === 0) await queue.heardNotReady(frame.tabId);
    });

    onMessage('reader.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await putScript('/reader.js', frame);
    });
    onMessage('panel.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await putScript('/panel.js', frame);
    });
    answerAnalysisRequests(host, queue);
    onMessage('case.review', async ({ data, sender }) => {
      const caseId = caseIdOfPicture(data.pictureId);
      if (!mayTouchCase(sender, caseId)) throw new Error(REFUSED);
      await writeReview(await historyDatabase(), data.pictureId, data.kind, data.word, new Date().toISOString());
      await announce(caseId);
    });
    onMessage('case.handle', async ({ data, sender }) => {
      if (!mayTouchCase(sender, data.caseId)) throw new Error(REFUSED);
      await writeHandling(await historyDatabase(), data.caseId, data.change, new Date().toISOString());
      await announce(data.caseId);
      await showDueBadge(await historyDatabase(), Date.now());
    });
    onMessage('picture.read', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOfPicture(data.pictureId))) throw new Error(REFUSED);
      return readPictureBytes(await historyDatabase(), data.pictureId);
    });
    onMessage('panel.takenAway', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await showLostBadge(frame.tabId, 'panel.takenAway');
    });
    onMessage('panel.outOfSight', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await showLostBadge(frame.tabId, 'panel.outOfSight');
    });
    onMessage('history.open', ({ data: { caseId } }) => openHistory(caseId === null ? null : { caseId }));
    onMessage('newCheck.open', () => openHistory({ newCheck: {} }));
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
      // A fresh loader takes the place of the one on the page, and shows at once what was just taught.
      await putScript('/loader.js', frame);
      await askLoader('preview', frame);
      return { missingHosts: await missingHostsOf(data.rule) };
    });
    onMessage('case.addEvidence', async ({ data, sender }) => {
      if (!mayTouchCase(sender, data.caseId)) throw new Error(REFUSED);
      const added = await addEvidence(await historyDatabase(), host, data.caseId, data.files);
      await announce(data.caseId);
      return added;
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
      await browser.tabs.create({ url: browser.runtime.getURL('/history.html#settings') });
    });
    onMessage('picture.check', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOfPicture(data.pictureId))) throw new Error(REFUSED);
      await host.checkPicture(data);
    });
    onMessage('picture.cancelCheck', async ({ data, sender }) => {
      if (!mayTouchCase(sender, caseIdOfPicture(data.pictureId))) throw new Error(REFUSED);
      await host.cancelCheck(data);
    });
    onMessage('case.changed', ({ data, sender }) => {
      if (isOwnPage(sender)) return tellWatchers(data.caseId, data.problem);
    });

    /** Tells the pages that show a case, and the extension's own, that it has changed. */
    async function announce(caseId: string, problem?: PictureProblem): Promise<void> {
      await tellWatchers(caseId, problem);
      // Rejects where no page of the extension is open.
      await sendMessage('case.changed', problem ? { caseId, problem } : { caseId }).catch(() => undefined);
    }
  },
});
