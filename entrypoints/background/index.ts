import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { HISTORY_DATABASE, openDatabase } from '../../utils/cases/database.ts';
import { readCaseView } from '../../utils/cases/read-case-view.ts';
import { writeReview } from '../../utils/cases/write-results.ts';
import { caseIdOf } from '../../utils/claims/claim.ts';
import { tellWatchers, watchCase } from '../../utils/engine/case-watchers.ts';
import { engineHost } from '../../utils/engine/host.ts';
import { registerContentScript } from '../../utils/engine/register-content-script.ts';
import { resumeIfStopped, startCase } from '../../utils/engine/start-case.ts';
import { contentScriptOf, isOwnPage } from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';

/** Why a message is refused: it came from neither a content script nor a page of the extension. */
const REFUSED = 'This sender may not ask for that';

export default defineBackground({
  type: 'module',
  main() {
    const host = engineHost((caseId) => void announce(caseId));
    const database = () => openDatabase(HISTORY_DATABASE);

    browser.runtime.onInstalled.addListener(() => registerContentScript());
    browser.runtime.onStartup.addListener(() => registerContentScript());
    browser.permissions.onAdded.addListener(() => registerContentScript());
    browser.permissions.onRemoved.addListener(() => registerContentScript());

    onMessage('panel.load', async ({ sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame) throw new Error(REFUSED);
      await browser.scripting.executeScript({
        target: { tabId: frame.tabId, frameIds: [frame.frameId] },
        files: ['panel.js'],
      });
    });
    onMessage('case.analyse', async ({ data, sender }) => {
      const frame = contentScriptOf(sender);
      if (!frame && !isOwnPage(sender)) throw new Error(REFUSED);
      if (frame) await watchCase(caseIdOf(data.claim), frame);
      return startCase(await database(), host, data);
    });
    onMessage('case.cancel', async ({ data }) => host.cancel(data.caseId));
    onMessage('case.read', async ({ data, sender }) => {
      const frame = contentScriptOf(sender);
      if (frame) await watchCase(data.caseId, frame);
      await resumeIfStopped(await database(), host, data.caseId);
      return readCaseView(await database(), data.caseId);
    });
    onMessage('case.review', async ({ data }) => {
      await writeReview(await database(), data.pictureId, data.kind, data.word, new Date().toISOString());
      await announce(data.pictureId.slice(0, data.pictureId.lastIndexOf('#')));
    });
    onMessage('history.open', async ({ data }) => {
      const hash = data.caseId ? `#case=${encodeURIComponent(data.caseId)}` : '';
      await browser.tabs.create({ url: browser.runtime.getURL(`/history.html${hash}`) });
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
