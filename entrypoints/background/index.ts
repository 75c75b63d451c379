import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { caseIdOfPicture, type PictureProblem } from '../../utils/cases/case.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { readCaseView, readPictureBytes } from '../../utils/cases/read-case-view.ts';
import { writeHandling } from '../../utils/cases/write-handling.ts';
import { writeReview } from '../../utils/cases/write-results.ts';
import { caseIdOf } from '../../utils/claims/claim.ts';
import { tellWatchers, watchCase } from '../../utils/engine/case-watchers.ts';
import { engineHost } from '../../utils/engine/host.ts';
import { registerContentScript, runInOpenPages } from '../../utils/engine/register-content-script.ts';
import { resumeIfStopped, startCase } from '../../utils/engine/start-case.ts';
import { contentScriptOf, isOwnPage, mayTouchCase } from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { keepHouse, onHouseAlarm } from '../../utils/upkeep/keep-house.ts';
import { showDueBadge } from '../../utils/upkeep/show-due-badge.ts';

/** A page's content script may touch the cases of its own seller center only; the extension's pages may touch all. */
const REFUSED = 'This sender may not ask for that';

export default defineBackground({
  type: 'module',
  main() {
    const host = engineHost((caseId, problem) => void announce(caseId, problem));

    browser.runtime.onInstalled.addListener(() => registerContentScript().then(runInOpenPages));
    browser.runtime.onStartup.addListener(() => registerContentScript());
    browser.runtime.onInstalled.addListener(() => keepHouse());
    browser.runtime.onStartup.addListener(() => keepHouse());
    browser.alarms.onAlarm.addListener(({ name }) => onHouseAlarm(name));
    browser.permissions.onAdded.addListener(() => registerContentScript().then(runInOpenPages));
    browser.permissions.onRemoved.addListener(() => registerContentScript());

    onMessage('panel.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await browser.scripting.executeScript({
        target: { tabId: frame.tabId, frameIds: [frame.frameId] },
        files: ['/panel.js'],
      });
    });
    onMessage('case.analyse', async ({ data, sender }) => {
      const caseId = caseIdOf(data.claim);
      if (!mayTouchCase(sender, caseId)) throw new Error(REFUSED);
      const frame = contentScriptOf(sender);
      if (frame) await watchCase(caseId, frame);
      const answer = await startCase(await historyDatabase(), host, data);
      await showDueBadge(await historyDatabase(), Date.now());
      return answer;
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
    onMessage('history.open', async ({ data }) => {
      const hash = data.caseId ? `#case=${encodeURIComponent(data.caseId)}` : '';
      await browser.tabs.create({ url: browser.runtime.getURL(`/history.html${hash}`) });
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
