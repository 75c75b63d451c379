import { type ClaimOnPage, caseIdOf } from '../../utils/claims/claim.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readSettings } from '../../utils/settings/settings.ts';
import { timeLimit } from '../../utils/time-limit.ts';
import { hideForScreenshot } from './hide-for-screenshot.ts';
import type { PanelSession } from './panel-session.ts';

/** How long the background may take to store a claim: the page of its product and the opening of the history have half a minute each. */
const ANSWER_LIMIT_MS = 75_000;

/** The message of the error where it did not answer: it was ended under the question, which Firefox tells nobody. */
export const NO_ANSWER = 'The background did not answer';

/** Of a panel's session, what an analysis is begun from. */
type AnalysedPage = Pick<
  PanelSession,
  'frame' | 'claim' | 'whenSettled' | 'readClaimNow' | 'readPagePictures' | 'signal'
>;

/**
 * Has a claim analysed as the page shows it now, with a screenshot of the page beside it.
 * @returns that claim, once its analysis has begun; the one of the session where the visit has ended before
 * @throws Error with `NO_ANSWER` where nobody answers in time; asking again does no harm
 */
export async function startAnalysis(page: AnalysedPage, again: boolean): Promise<ClaimOnPage> {
  await page.whenSettled();
  if (page.signal.aborted) return page.claim;
  const claim = page.readClaimNow() ?? page.claim;
  const fromPage = await page.readPagePictures(claim);
  // The picture is taken of what stands there at the click; nothing that is analysed waits for it.
  await Promise.all([
    answerInTime(sendMessage('case.analyse', { claim, fromPage, again })),
    takeScreenshot(page.frame, caseIdOf(claim)),
  ]);
  return claim;
}

function answerInTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const limit = timeLimit(ANSWER_LIMIT_MS, NO_ANSWER);
  return Promise.race([answer, limit.passed]).finally(limit.end);
}

async function takeScreenshot(frame: HTMLElement, caseId: string): Promise<void> {
  const { takesPageScreenshots } = await readSettings();
  const showAgain = takesPageScreenshots ? await hideForScreenshot(frame) : () => undefined;
  try {
    await sendMessage('page.capture', { caseId });
  } finally {
    showAgain();
  }
}
