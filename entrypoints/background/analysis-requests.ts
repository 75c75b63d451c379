import { historyDatabase } from '../../utils/cases/database.ts';
import { reasonNotStarted } from '../../utils/cases/history-problem.ts';
import { writePageShot } from '../../utils/cases/page-shots.ts';
import { readCaseView } from '../../utils/cases/read-case-view.ts';
import { caseIdOf } from '../../utils/claims/claim.ts';
import { cleanClaim } from '../../utils/claims/clean-claim.ts';
import { capturePage } from '../../utils/engine/capture/capture-page.ts';
import { watchCase } from '../../utils/engine/case-watchers.ts';
import type { EngineHost } from '../../utils/engine/host.ts';
import type { QueueRunner } from '../../utils/engine/queue/queue-runner.ts';
import { resumeIfStopped, startCase } from '../../utils/engine/start-case.ts';
import { contentScriptOf, isOwnAddress, isOwnPage, mayTouchCase, REFUSED } from '../../utils/message-senders.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { noticeHistoryLoss } from '../../utils/upkeep/history-loss.ts';
import { showDueBadge } from '../../utils/upkeep/show-due-badge.ts';
import { showVerdictBadge } from '../../utils/upkeep/show-verdict-badge.ts';

/** Answers what pages ask about the analysis of their claims: begins, stops and reads it. */
export function answerAnalysisRequests(host: EngineHost, queue: QueueRunner): void {
  /** Analyses that are being stored, by case. */
  const starting = new Map<string, Promise<{ caseId: string }>>();

  onMessage('case.expected', async ({ data, sender }) => {
    if (!mayTouchCase(sender, data.caseId)) throw new Error(REFUSED);
    await host.warm();
  });
  onMessage('case.analyse', async ({ data: received, sender }) => {
    const data = { ...received, claim: cleanClaim(received.claim) };
    const caseId = caseIdOf(data.claim);
    // A claim's page decides which private host its pictures may come from, so no page may name another.
    if (!mayTouchCase(sender, caseId) || !isOwnAddress(sender, data.claim.pageUrl)) throw new Error(REFUSED);
    const frame = contentScriptOf(sender);
    const start = async () => {
      await Promise.all([frame && watchCase(caseId, frame), noticeLoss()]);
      return startCase(await historyDatabase(), host, data);
    };
    const started = start();
    starting.set(caseId, started);
    try {
      await started;
    } catch (error) {
      if (frame) await queue.heardNotReady(frame.tabId, reasonNotStarted(error));
      throw error;
    } finally {
      if (starting.get(caseId) === started) starting.delete(caseId);
    }
    if (frame) await queue.heardAnalysis(frame.tabId, caseId);
    // From the first claim on there is something to lose.
    await noticeLoss();
    await showDueBadge(await historyDatabase(), Date.now());
    return started;
  });
  onMessage('page.capture', async ({ data: { caseId }, sender }) => {
    const frame = contentScriptOf(sender);
    if (!frame || !mayTouchCase(sender, caseId)) throw new Error(REFUSED);
    const capture = await capturePage(frame.tabId, () => new Date().toISOString());
    // Rejects where the page is gone by now.
    await sendMessage('page.captured', undefined, frame).catch(() => undefined);
    // The record belongs to a case; whoever asked for the analysis hears why there is none.
    await starting.get(caseId)?.catch(() => undefined);
    await writePageShot(await historyDatabase(), caseId, capture);
  });
  onMessage('case.run', async ({ data, sender }) => {
    if (!isOwnPage(sender)) throw new Error(REFUSED);
    await host.run(data.caseId);
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
    const view = await readCaseView(await historyDatabase(), data.caseId);
    if (frame) await showVerdictBadge(frame.tabId, view);
    return view;
  });
}

/**
 * Before a claim is stored, since a loss shows on the empty history only, and after it. The mark is in the extension's own settings, which
 * Firefox was seen to refuse once after its disk had been full: no reason to refuse the claim.
 */
async function noticeLoss(): Promise<void> {
  const database = await historyDatabase();
  try {
    await noticeHistoryLoss(database, Date.now());
  } catch (error) {
    console.warn('Whether the history was lost could not be noticed', error);
  }
}
